/**
 * A file as pixels 0–9, channel by channel, n·n a channel: three channels are red, green and blue, fewer are grey. The
 * middle square is taken. Everything happens on this page; the file goes nowhere.
 *
 * @returns null when the browser cannot read the file as a picture
 */
export async function readOwnImage(file: Blob, n: number, channels: number): Promise<readonly number[] | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return null;
  const canvas = document.createElement('canvas');
  canvas.width = n;
  canvas.height = n;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  const square = Math.min(picture.width, picture.height);
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#000';
  context.fillRect(0, 0, n, n);
  context.drawImage(picture, (picture.width - square) / 2, (picture.height - square) / 2, square, square, 0, 0, n, n);
  picture.close();
  const { data } = context.getImageData(0, 0, n, n);
  return Array.from({ length: channels * n * n }, (_, i) => {
    const from = (i % (n * n)) * 4;
    const [red = 0, green = 0, blue = 0] = data.slice(from, from + 3);
    const grey = 0.299 * red + 0.587 * green + 0.114 * blue;
    const level = channels === 3 ? ([red, green, blue][Math.floor(i / (n * n))] ?? 0) : grey;
    return Math.round((level / 255) * 9);
  });
}
