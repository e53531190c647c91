// The words on the buttons and pages, as people read them.
const zh = {
  next: "继续",
  send: "提交",
  join: "我也有这个问题",
  noThanks: "不用了",
  anonymous: "不用通知，我自己凭编号查（匿名）",
  received: "已经收到",
  passedOn: "已转",
  answered: "已答复",
  solved: "已解决",
  question: "解决了吗？",
  levels: ["非常不满意", "不满意", "基本满意", "满意", "非常满意"],
  recorded: "记下了",
  change: "改一下",
  finish: "完成",
  faults: /有\s*\d+\s*处需要补充/,
  writeSomething: "请写一写遇到了什么事",
  writeMore: "请再多写几个字，让我们看得明白",
  tooLong: "最多写 1000 字",
  choosePlace: "请选择地点，或写出小区、街道",
  chooseContact: "请选一种告诉您的方式",
  phone: "请输入 11 位手机号",
};

export type Words = typeof zh;

const en: Words = {
  next: "Continue",
  send: "Send",
  join: "I have this problem too",
  noThanks: "No thanks",
  anonymous: "Do not contact me, I will check with my code (anonymous)",
  received: "Received",
  passedOn: "Passed to",
  answered: "Answered",
  solved: "Solved",
  question: "Is it solved?",
  levels: ["Very dissatisfied", "Dissatisfied", "Fairly satisfied", "Satisfied", "Very satisfied"],
  recorded: "Recorded",
  change: "Change",
  finish: "Done",
  faults: /There is a problem \(\d+\)/,
  writeSomething: "Tell us what you need help with",
  writeMore: "Write a little more so that we can understand",
  tooLong: "Must be 1,000 characters or fewer",
  choosePlace: "Choose a place, or type the community or street",
  chooseContact: "Select how we should tell you",
  phone: "Enter an 11-digit mobile number",
};

export type Lang = "zh" | "en";
export const WORDS: Record<Lang, Words> = { zh, en };
