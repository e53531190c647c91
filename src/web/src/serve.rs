//! `minsheng serve`: open, listen, and stop in order.

use crate::app::{App, Inner};
use crate::assets::Assets;
use crate::commands::Failure;
use crate::layers::limits::Limits;
use crate::settings::{Serving, Settings};
use crate::texts::Texts;
use crate::{jobs, server};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tower::Layer;

/// How long a browser may take to send its headers.
const HEADER_TIME: Duration = Duration::from_secs(10);
/// Connections in all, and from one address that is no proxy of ours.
const CONNECTIONS: usize = 16_000;
const PER_ADDRESS: usize = 1_024;
/// How long running requests may take to end at a stop.
const FAREWELL: Duration = Duration::from_secs(20);

/// Serves until SIGTERM or Ctrl-C.
///
/// # Errors
/// One sentence on what keeps it from starting.
pub(crate) async fn run(settings: &Settings, serving: &Serving) -> Result<(), Failure> {
    tracing_subscriber::fmt().json().with_env_filter(filter(&settings.log)?).with_writer(std::io::stderr).init();
    let store = settings.open().await?;
    if !serving.addr.ip().is_loopback() {
        let demo = domain::people::has_demonstration(&store).await;
        if demo.map_err(|e| Failure::new(format!("The database could not be read: {e}.")))? {
            return Err(Failure::new(format!(
                "Demonstration sign-ins exist, whose password is public, so {} is not served: use a loopback address or another database.",
                serving.addr
            )));
        }
    }
    let listener = TcpListener::bind(serving.addr).await;
    let listener =
        listener.map_err(|e| Failure::new(format!("MINSHENG_ADDR {} cannot be used: {e}.", serving.addr)))?;
    let at = listener.local_addr().unwrap_or(serving.addr);
    let app = App::new(Inner {
        store,
        texts: Texts::load(),
        assets: Assets::load(),
        limits: Limits::new(),
        base_url: serving.base_url.clone().unwrap_or_else(|| format!("http://{at}")),
        trusted: serving.trusted_proxies.clone(),
    });
    jobs::start(&app);
    tracing::info!(%at, "serving");
    accept(listener, server::router(app), &serving.trusted_proxies).await;
    Ok(())
}

fn filter(log: &str) -> Result<tracing_subscriber::EnvFilter, Failure> {
    // Statements carry what people typed: the database stays silent below warnings whatever is asked for.
    let quiet = format!("{log},sqlx=warn,sea_orm=warn,hyper=warn");
    quiet.parse().map_err(|_| Failure::new(format!("MINSHENG_LOG {log:?} is not understood.")))
}

/// How many connections each address holds.
#[derive(Clone, Default)]
struct Held(Arc<Mutex<HashMap<IpAddr, usize>>>);

/// One held connection; it is given back when this is dropped.
struct Place(Held, IpAddr);

impl Held {
    fn take(&self, address: IpAddr, most: usize) -> Option<Place> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mine = held.entry(address).or_default();
        if *mine >= most {
            return None;
        }
        *mine += 1;
        Some(Place(self.clone(), address))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut held = self.0.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(mine) = held.get_mut(&self.1) {
            *mine -= 1;
            if *mine == 0 {
                held.remove(&self.1);
            }
        }
    }
}

/// The accept loop. Our own, since `axum::serve` waits for headers for ever.
async fn accept(listener: TcpListener, router: axum::Router, trusted: &[IpAddr]) {
    let held = Held::default();
    let all = Arc::new(tokio::sync::Semaphore::new(CONNECTIONS));
    let graceful = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stopped());
    loop {
        let (stream, peer) = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Out of file descriptors: let some be given back before the next try.
                    tracing::warn!(%error, "accept");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
        };
        let most = if trusted.contains(&peer.ip()) { CONNECTIONS } else { PER_ADDRESS };
        let (Some(place), Ok(permit)) = (held.take(peer.ip(), most), Arc::clone(&all).try_acquire_owned()) else {
            continue;
        };
        let connection = graceful.watch(connection(stream, peer, router.clone()));
        tokio::spawn(async move {
            let _ = connection.await;
            drop((place, permit));
        });
    }
    drop(listener);
    tokio::select! {
        () = graceful.shutdown() => tracing::info!("stopped in order"),
        () = tokio::time::sleep(FAREWELL) => tracing::warn!("stopped with requests unanswered"),
    }
}

type Service = hyper_util::service::TowerToHyperService<
    axum::middleware::AddExtension<axum::Router, axum::extract::ConnectInfo<SocketAddr>>,
>;

fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    router: axum::Router,
) -> hyper::server::conn::http1::Connection<TokioIo<TcpStream>, Service> {
    let _ = stream.set_nodelay(true);
    let service = axum::Extension(axum::extract::ConnectInfo(peer)).layer(router);
    let mut http = hyper::server::conn::http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEADER_TIME).max_headers(64).max_buf_size(32 * 1024);
    http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service))
}

async fn stopped() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let Ok(mut terminate) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
            let _ = interrupt.await;
            return;
        };
        tokio::select! {
            _ = interrupt => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    let _ = interrupt.await;
}
