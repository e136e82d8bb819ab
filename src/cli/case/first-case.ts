/** The first form of a case, in the language of whoever asks for it. */

export const firstCase = (
  title: string,
): string => `# Why ${title} is dependable enough, for everybody who has to agree.
module:
  name: ${JSON.stringify(title)}
  brief: What must hold, and why it does
  dcase:
    language: en

G1:
  text: ${JSON.stringify(`${title} does what its users need, whatever fails`)}
  supportedBy: [S1]
  inContextOf: [C1]
  dcase:
    owner: operator

C1:
  text: Where and when this is meant, and for how many users

S1:
  text: Argue over what can go wrong
  supportedBy: [G2, G3]

G2:
  text: What fails is noticed, and somebody knows
  undeveloped: true

G3:
  text: What was half done is taken back
  undeveloped: true
`;

export const firstJapaneseCase = (
  title: string,
): string => `# ${title} が十分にディペンダブルである理由。合意する全員のために書く。
module:
  name: ${JSON.stringify(title)}
  brief: 成り立つべきことと、その理由
  dcase:
    language: ja

G1:
  text: ${JSON.stringify(`何が失敗しても、${title} は利用者に必要なことをする`)}
  supportedBy: [S1]
  inContextOf: [C1]
  dcase:
    owner: operator

C1:
  text: どこで、いつ、何人の利用者について言うのか

S1:
  text: 起こりうる失敗に分けて論じる
  supportedBy: [G2, G3]

G2:
  text: 失敗は検出され、誰かに伝わる
  undeveloped: true

G3:
  text: 途中まで行われたことは元に戻される
  undeveloped: true
`;
