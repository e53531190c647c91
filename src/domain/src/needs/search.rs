//! Search over what is public: both databases find the same pre-cut words, since neither cuts Chinese by itself.

use super::entity::words;
use crate::{Act, Result};
use ::words::NeedId;
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbBackend, EntityTrait, QueryFilter};

/// Puts the public text of a need where search finds it.
///
/// # Errors
/// Whatever the database says.
pub async fn publish_words(act: &mut Act, id: NeedId, title: &str, body: &str) -> Result<()> {
    let cut = likeness::search_terms(&format!("{title} {body}")).join(" ");
    let row = words::ActiveModel { need_id: Set(id.0), words: Set(cut) };
    words::Entity::insert(row).exec_without_returning(act.write()).await?;
    Ok(())
}

/// Takes the words of a need out of the search: others are to take their place.
///
/// # Errors
/// Whatever the database says.
pub async fn forget_words(act: &mut Act, id: NeedId) -> Result<()> {
    words::Entity::delete_many().filter(words::Column::NeedId.eq(id.0)).exec(act.write()).await?;
    Ok(())
}

/// The condition that a row holds all the words of a query; none where the query has no words.
pub(super) fn matching(backend: DbBackend, q: &str) -> Option<SimpleExpr> {
    let terms: Vec<String> = likeness::query_terms(q).into_iter().take(24).collect();
    if terms.is_empty() {
        return None;
    }
    // The terms hold only letters and digits, and stand in quotes besides; they travel as one bound value.
    Some(if backend == DbBackend::Postgres {
        Expr::cust_with_values("to_tsvector('simple', words) @@ plainto_tsquery('simple', $1)", [terms.join(" ")])
    } else {
        let quoted: Vec<String> = terms.iter().map(|term| format!("\"{term}\"")).collect();
        Expr::cust_with_values("needs_search MATCH ?", [quoted.join(" ")])
    })
}
