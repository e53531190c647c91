//! Words that mean somebody may be in danger.

const RISK: [&str; 22] = [
    "受困",
    "被困",
    "困在",
    "着火",
    "起火",
    "火灾",
    "漏电",
    "触电",
    "燃气泄漏",
    "煤气泄漏",
    "漏气",
    "晕倒",
    "自杀",
    "自伤",
    "轻生",
    "坍塌",
    "溺水",
    "trapped",
    "on fire",
    "gas leak",
    "electric shock",
    "unconscious",
];

/// Whether a text speaks of danger to people: its case stands first and its clock runs in hours.
pub fn is_risk(text: &str) -> bool {
    let lower = text.to_lowercase();
    RISK.iter().any(|word| lower.contains(word))
}
