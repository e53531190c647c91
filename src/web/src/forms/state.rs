//! The state of a form: what was typed, and what is wrong with it.

use super::Posted;
use words::{Issue, Issues};

/// What was typed, and what is wrong with it. Nothing typed is ever lost.
#[derive(Debug, Clone, Default)]
pub(crate) struct FormState {
    /// What was typed.
    pub(crate) posted: Posted,
    /// What is wrong.
    pub(crate) issues: Issues,
}

impl FormState {
    /// A form before anybody typed.
    pub(crate) fn preset(fields: &[(&str, &str)]) -> Self {
        Self { posted: Posted::preset(fields), issues: Issues::default() }
    }

    /// A form that came back.
    pub(crate) fn failed(posted: Posted, issues: Issues) -> Self {
        Self { posted, issues }
    }

    /// What was typed into a field.
    pub(crate) fn value(&self, name: &str) -> String {
        self.posted.get(name).to_owned()
    }

    /// What is wrong with a field.
    pub(crate) fn issue(&self, name: &str) -> Option<Issue> {
        self.issues.of(name)
    }

    /// Whether anything is wrong.
    pub(crate) fn has_failed(&self) -> bool {
        !self.issues.is_empty()
    }
}
