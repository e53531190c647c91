//! What the schema must not know (MEASURES S01), and how the databases are opened.

use crate::city::{City, verb};
use domain::Actor;
use sea_orm::{ConnectionTrait, Statement};

/// Names of the formalism that this platform is made against.
const FORBIDDEN: [&str; 8] =
    ["streak", "points", "checkin", "check_in", "leaderboard", "online_minutes", "install_rate", "badge"];

/// Every table and column whose name holds a forbidden one.
async fn forbidden(city: &City) -> Vec<String> {
    let names = if city.is_postgres() {
        "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public'"
    } else {
        "SELECT m.name || '.' || c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table'"
    };
    let names = city.texts(names).await;
    assert!(names.len() > 90 && names.contains(&"needs.supporters".to_owned()), "{} columns", names.len());
    let is_forbidden = |name: &String| FORBIDDEN.iter().any(|word| name.contains(word));
    names.into_iter().filter(is_forbidden).collect()
}

on_both!(no_column_counts_check_ins_or_points, |city| async {
    assert_eq!(forbidden(city).await, [""; 0]);
    city.execute("CREATE TABLE people_extra (id integer, streak_days integer)").await;
    assert_eq!(forbidden(city).await, ["people_extra.streak_days"], "this walk sees what it looks for");
});

/// A setting, as the connection that writes has it.
async fn of_writer(city: &City, sql: &'static str) -> String {
    let verb = verb(move |act| {
        Box::pin(async move {
            let backend = act.read().get_database_backend();
            let row = act.read().query_one_raw(Statement::from_string(backend, sql)).await?;
            Ok(as_text(row.as_ref()))
        })
    });
    city.write(Actor::System, verb).await.unwrap()
}

async fn of_reader(city: &City, sql: &str) -> String {
    let store = &city.store;
    let row = store.read().query_one_raw(Statement::from_string(store.backend(), sql)).await.unwrap();
    as_text(row.as_ref())
}

fn as_text(row: Option<&sea_orm::QueryResult>) -> String {
    let row = row.unwrap();
    row.try_get_by_index::<String>(0).or_else(|_| row.try_get_by_index::<i64>(0).map(|n| n.to_string())).unwrap()
}

on_both!(an_acknowledged_act_outlives_the_power, |city| async {
    if city.is_postgres() {
        assert_eq!(of_writer(city, "SHOW synchronous_commit").await, "on");
        assert_eq!(of_writer(city, "SHOW fsync").await, "on");
        assert_eq!(of_writer(city, "SHOW idle_in_transaction_session_timeout").await, "10s");
        return;
    }
    assert_eq!(of_writer(city, "PRAGMA synchronous").await, "2", "FULL");
    assert_eq!(of_writer(city, "PRAGMA journal_mode").await, "wal");
    assert_eq!(of_reader(city, "PRAGMA journal_mode").await, "wal");
});

on_both!(the_read_door_of_sqlite_only_reads, |city| async {
    if !city.is_postgres() {
        assert_eq!(of_reader(city, "PRAGMA query_only").await, "1");
        assert!(city.store.read().execute_unprepared("DELETE FROM needs").await.is_err());
    }
});
