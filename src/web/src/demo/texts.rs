//! The words of the invented city that stand in no table: two alarms, and what the other side answers.

use serde::Deserialize;
use words::{Category, NeedKind};

/// A need: its kind, what it is about, its words.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Text {
    /// Its kind.
    pub(super) kind: NeedKind,
    /// What it is about.
    pub(super) category: Category,
    /// Its words; `{n}` is a building.
    pub(super) words: String,
}

impl Text {
    /// The need that 47 residents share.
    pub(super) fn shared() -> Self {
        Self::urgent(
            Category::Housing,
            "3号楼电梯反复停运。这个月已经停了四次，每次修好两三天又坏。\
             楼里住着十几位七十岁以上的老人，买菜看病都要爬楼，请把毛病一次修彻底。",
        )
    }

    /// What has just come in: somebody may be in danger.
    pub(super) fn dangers() -> [Self; 2] {
        [
            Self::urgent(
                Category::Housing,
                "3号楼电梯又停在六楼和七楼之间，里面有老人被困，按了呼叫没人应，请马上派人。",
            ),
            Self::urgent(
                Category::Utilities,
                "{n}号楼楼道里有很浓的煤气味，怀疑燃气泄漏，已经让邻居开窗，请尽快来查。",
            ),
        ]
    }

    fn urgent(category: Category, words: &str) -> Self {
        Self { kind: NeedKind::Urgent, category, words: words.to_owned() }
    }
}

/// What people add at the end.
pub(super) const TAILS: [&str; 9] = [
    "",
    "",
    "谢谢。",
    "请给个准话，多久能解决。",
    "白天家里有人，随时可以来看。",
    "邻居们都是这个意思。",
    "以前打过电话，没有下文。",
    "不急，但是希望有人记着。",
    "麻烦回个电话，上班时间也行。",
];

/// What a unit answers.
pub(super) const fn answers(category: Category) -> [&'static str; 3] {
    match category {
        Category::Housing => [
            "昨天上午已到现场，更换了损坏的部件，试运行正常。下周再来复查一次，复查结果贴在单元门口。",
            "经查，需要动用维修资金。方案和预算已经张贴，签名过半后十五个工作日内开工。",
            "已先做临时处理，保证安全。彻底维修排在本月二十日前，逾期请直接找我们所值班的同志。",
        ],
        Category::Utilities => [
            "故障点已找到并修复，水压、电压恢复正常。给您带来的不便我们很抱歉，本月检修计划会提前三天贴到楼下。",
            "表已上门校验，误差在允许范围内，校验单留给了住户。多出来的部分来自旧表少计，可以分六个月付清。",
            "已列入下月改造，改造前先加装一台增压设备，今天起晚高峰可用。",
        ],
        Category::Roads => [
            "已现场勘查，昨晚完成修补和划线。提示牌正在制作，十天内装好。",
            "经与公交公司商量，从下月一号起增加两班，新的时刻表已在站牌更换。",
            "施工单位已退让出一米五的步行通道，工期延到下月底，延期原因贴在围挡上。",
        ],
        Category::Cleanliness => [
            "今天已清运并冲洗，夏天改为一天两收。现场负责人的电话贴在垃圾房门上。",
            "管道已用高压水疏通，并取出堵塞物。三个月内再堵，免费上门。",
            "堆放的垃圾已清走，草地下周补种。摄像头已转向这一侧。",
        ],
        Category::Noise => [
            "昨晚十点半现场测量，超标三分贝，已责令加装隔音罩，七天内复测，复测时请您到场。",
            "已约谈负责人，夜间十点以后停工。再有夜间施工，请拨打值班电话，半小时内到场。",
            "音箱位置和音量已与舞队商定，八点半结束。社区每周五巡查一次。",
        ],
        Category::Health => [
            "预约改为一天放三次，另留三成号给窗口和电话。七十岁以上的老人可以直接到服务台。",
            "已为您登记，社区护士明天上门评估，费用和自付部分当面说清。",
            "缺的两种药已补货，以后可以提前一周登记，到货打电话通知。",
        ],
        Category::School => [
            "页面的问题已经修好，报名延期三天，之前没交成的不受影响。",
            "托管从下周一开始，到六点半，报名不满二十人也开班。",
            "材料以窗口为准，今天已为您收下，不用再上传。",
        ],
        Category::Online => [
            "问题已复现并修好，请再试一次。认证不成功的，社区可以上门办，不必再刷脸。",
            "三个系统的材料已经打通，下次只需要传一次。",
            "大字版本周五上线。在此之前可以打电话办，我们来填。",
        ],
    }
}

/// What a worker writes when a need is not accepted.
pub(super) const REFUSALS: [&str; 3] = [
    "这件事属于邻区管辖，我们已经把您的话转给对方的窗口，电话附在短信里。很抱歉不能直接办。",
    "同一件事您的邻居昨天已经反映，正在办理，进展请看公开的那一条，也可以点“我也有”。",
    "这是邻里之间的经济纠纷，不能由单位裁断。社区调解室每周二、四下午有人，我们可以帮您约时间。",
];

/// What a worker asks.
pub(super) const QUESTIONS: [&str; 2] =
    ["请问是哪个单元、几楼？方便的话说一下大概从什么时候开始的。", "您白天哪个时间在家？师傅想先来看一下现场。"];

/// What a resident says when it is not solved, or only partly.
pub(super) const NOT_YET: [&str; 4] = [
    "只好了两天，今天又和以前一样。",
    "来看过一次，没有下文。",
    "答复里说的牌子还没有装。",
    "修了一半，另一个单元还是老样子。",
];
