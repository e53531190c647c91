//! What invented residents say beside a rating.

use super::chance::Chance;
use domain::ratings::Explanation;
use words::{Note, Reason, Solved, Vote};

const AGAINST: [&str; 12] = [
    "填到最后一步就退出来了，又得从头填。",
    "字太小，老人根本看不清。",
    "报上去一个星期没人回。",
    "同样的材料要传三遍。",
    "每天打卡换积分，跟垃圾有没有分好没关系。",
    "找入口找了半天，藏得太深。",
    "人脸总是认不出来，最后还是去窗口办的。",
    "显示已办结，可是问题还在。",
    "验证码收不到。",
    "页面一直转圈。",
    "The English page stops halfway.",
    "客服只会说请耐心等待。",
];
const FOR: [&str; 9] = [
    "三分钟就办好了，不用请假。",
    "到站时间很准。",
    "师傅当天就来了。",
    "字大，我妈自己会用。",
    "进度看得见，心里有数。",
    "不用再跑窗口了。",
    "Clear and quick.",
    "打电话来回访，说得很清楚。",
    "比以前好找多了。",
];

/// Why somebody voted as they did.
pub(super) fn beside(vote: Vote, chance: &mut Chance) -> Explanation {
    let good = vote.level().is_some_and(|level| level.number() >= 4);
    let (offered, notes): (&[Reason], &[&str]) = if good { (&Reason::FOR, &FOR) } else { (&Reason::AGAINST, &AGAINST) };
    let mut reasons: Vec<Reason> = Vec::new();
    for _ in 0..chance.between(1, 2) {
        if let Some(reason) = chance.pick(offered)
            && !reasons.contains(reason)
        {
            reasons.push(*reason);
        }
    }
    let solved = match chance.weighed(if good { &[88, 9, 3] } else { &[24, 34, 42] }) {
        0 => Solved::Yes,
        1 => Solved::Partly,
        _ => Solved::No,
    };
    let ease = if good { chance.between(3, 5) } else { chance.between(1, 4) };
    let note = chance.pick(notes).filter(|_| chance.happens(35)).and_then(|note| Note::parse(note).ok());
    Explanation { reasons, solved: Some(solved), ease: u8::try_from(ease).ok(), note }
}
