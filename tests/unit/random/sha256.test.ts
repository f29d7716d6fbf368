import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256Hex, shortHash } from '#core/random/sha256.ts';

test('the vectors of FIPS 180-4 come out', () => {
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256Hex('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  );
});

test('every length around the block edges agrees with Node, Chinese and emoji included', () => {
  for (let length = 0; length < 200; length++) {
    const text = '卷积😀a'.repeat(length).slice(0, length).toWellFormed();
    expect(sha256Hex(text)).toBe(createHash('sha256').update(text).digest('hex'));
  }
});

test('a short hash is the first twelve digits', () => {
  expect(shortHash('abc')).toBe('ba7816bf8f01');
});
