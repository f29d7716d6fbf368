/** Traditional characters of the words this course is asked about, each with its simplified form; pairs, not a converter. */
const PAIRS =
  '學学 習习 機机 經经 網网 絡络 數数 據据 權权 項项 擬拟 損损 訓训 練练 圖图 層层 輸输 隱隐 連连 選选 擇择 優优 點点 區区 別别 傳传 統统 識识 貓猫 導导 線线 單单 參参 ' +
  '雙双 飽饱 張张 動动 靜静 態态 計计 開开 發发 語语 為为 麼么 個个 問问 題题 術术 詞词 簡简 樣样 總总 與与 準准 確确 測测 試试 驗验 證证 類类 標标 籤签 處处 視视 覺觉 ' +
  '聽听 聲声 應应 務务 門门 電电 腦脑 變变 換换 對对 關关 係系 組组 構构 結结 實实 現现 運运 讓让 這这 裡里 裏里 後后 會会 還还 過过 時时 間间 條条 種种 價价 義义 釋释 ' +
  '強强 較较 複复 雜杂 無无 監监 歸归 決决 樹树 遞递 歷历 適适 預预 載载 儲储 顯显 頻频 記记 憶忆 壓压 縮缩 擴扩 長长 邊边 細细 緩缓 齊齐 稱称 負负 極极 爾尔 軟软 規规 ' +
  '則则 誤误 廣广 積积 鏈链 鍊链 衝冲 幾几 內内 兩两 從从 見见 說说 讀读 寫写 產产 創创 獎奖 僅仅 滿满 穩稳 隨随 階阶 陣阵 異异 庫库 設设 備备 詳详 談谈 際际 啟启 遷迁 ' +
  '屬属 業业 專专 領领 塊块 軸轴 謝谢 請请 麽么 幫帮 們们 嗎吗 沒没 頭头 體体 當当 夠够 難难 離离 雖虽 話话 認认 訊讯 號号 碼码';

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  PAIRS.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** Writes a query in simplified characters, as the pages are; characters outside the table stay. */
export function simplifyHan(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (character) => SIMPLIFIED.get(character) ?? character);
}
