//! One line a figure, as `tools/bench.mjs` reads it.

/// A figure beside what the same machine can do at best.
pub(crate) struct Figure<'a> {
    pub(crate) name: &'a str,
    pub(crate) unit: &'a str,
    pub(crate) measured: f64,
    pub(crate) floor: f64,
    pub(crate) better: &'a str,
}

impl Figure<'_> {
    #[expect(clippy::print_stdout, reason = "printing is what a benchmark is for")]
    pub(crate) fn print(&self) {
        let line = serde_json::json!({
            "name": self.name, "unit": self.unit, "measured": self.measured, "floor": self.floor, "better": self.better,
        });
        println!("BENCH {line}");
    }
}
