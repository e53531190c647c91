//! Many instances start at the same time on an empty database.

use crate::city::City;
use crate::database::{Database, server_or_skip};
use domain::Store;
use domain::store::Options;
use futures::future::join_all;

async fn eight_at_once(options: &Options) {
    let starting = (0..8).map(|_| {
        let options = options.clone();
        tokio::spawn(async move { Store::migrate(&options).await })
    });
    for started in join_all(starting).await {
        started.unwrap().unwrap();
    }
    let city = City::build(options.clone()).await;
    assert!(city.store.is_ready().await.unwrap());
    assert_eq!(city.number("SELECT count(*) FROM seaql_migrations").await, 5, "each step once");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn eight_instances_migrate_once_on_sqlite() {
    for _ in 0..5 {
        eight_at_once(&Database::empty_sqlite().options).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn eight_instances_migrate_once_on_postgres() {
    let Some(server) = server_or_skip("migration::eight_instances_migrate_once_on_postgres") else {
        return;
    };
    let database = Database::on_server(&server, "template0").await;
    eight_at_once(&database.options).await;
    database.remove().await;
}

on_both!(migrating_again_changes_nothing, |city| async {
    city.report("ling", "电梯坏了两天了").await;
    Store::migrate(&city.options).await.unwrap();
    assert_eq!(city.number("SELECT count(*) FROM needs").await, 1);
});
