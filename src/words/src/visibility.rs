//! Who may see a need. Kept apart from how far it is.

use crate::slug::slugs;

slugs! {
    /// Who may see a need.
    Visibility {
        /// Waiting for a worker; the resident sees it with their code.
        Held = "held",
        /// Everybody sees the masked text.
        Public = "public",
        /// The resident asked that only staff see it.
        StaffOnly = "staff-only",
        /// A worker hid it, with a reason told to the author.
        Hidden = "hidden",
        /// The resident took it back: 410 to everybody else.
        Withdrawn = "withdrawn",
    }
}
