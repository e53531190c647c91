//! What can be wrong with something typed, and the list of all of it.

/// What is wrong with one field, as a thing and not as a sentence: the page finds the words in its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Issue {
    /// Nothing was given and something is needed.
    Missing,
    /// Too few characters; the number is the least allowed.
    TooShort(usize),
    /// Too many characters; the numbers are the most allowed and how many are over.
    TooLong(usize, usize),
    /// Not one of the offered choices.
    NotAChoice,
    /// No telephone number of a kind we can reach.
    NotAPhone,
    /// No tracking code: not 12 digits, or the check digit does not fit.
    NotACode,
    /// Not a point on Earth.
    NotAPoint,
    /// The place is outside what this platform serves.
    Outside,
    /// Files arrived where none can be taken yet.
    NoFiles,
    /// The key `k` is missing or no UUID.
    NotAKey,
    /// The key was used before with other content.
    KeyReused,
    /// Name or password is wrong; which one is not said.
    NotSignedIn,
    /// What it asks for is not possible any more in the present state.
    NotNow,
}

/// Every field error of one form, in the order of the page: the name of the form field and what is wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Issues(pub Vec<(std::borrow::Cow<'static, str>, Issue)>);

impl Issues {
    /// A list with one entry.
    pub fn one(field: &'static str, issue: Issue) -> Self {
        Self(vec![(field.into(), issue)])
    }

    /// Keeps a good value, or notes what is wrong with `field` and goes on, so that all errors are told at once.
    pub fn keep<T>(&mut self, field: &'static str, value: Result<T, Issue>) -> Option<T> {
        match value {
            Ok(value) => Some(value),
            Err(issue) => {
                self.add(field, issue);
                None
            }
        }
    }

    /// Notes what is wrong with `field`.
    pub fn add(&mut self, field: &'static str, issue: Issue) {
        self.0.push((field.into(), issue));
    }

    /// What is wrong with `field`, if anything.
    pub fn of(&self, field: &str) -> Option<Issue> {
        self.0.iter().find(|(name, _)| name == field).map(|(_, issue)| *issue)
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many fields need attention.
    pub fn len(&self) -> usize {
        self.0.len()
    }
}
