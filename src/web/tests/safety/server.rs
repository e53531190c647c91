//! The binary under test, each with its own copy of the demonstration city.

use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};
use std::fs::{self, File};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// The secret of every test, so that the city and its copies agree.
const SECRET: &str = "5afe5afe5afe5afe5afe5afe5afe5afe5afe5afe5afe5afe5afe5afe5afe5afe";
/// How old a city may be: its ratings lie in the months before it was made.
const FRESH: Duration = Duration::from_hours(2);
const DATABASE: &str = "minsheng.db";

/// The folder with the city, made once for every build of the binary, however many processes run the tests.
fn city() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("safety-city");
    fs::create_dir_all(&folder).unwrap();
    let lock = File::create(folder.join("lock")).unwrap();
    lock.lock().unwrap();
    let built = fs::metadata(env!("CARGO_BIN_EXE_minsheng")).unwrap().modified().unwrap();
    let made = fs::metadata(folder.join("made")).and_then(|made| made.modified());
    let fresh = made.is_ok_and(|made| made > built && made.elapsed().is_ok_and(|age| age < FRESH));
    if !fresh {
        for old in database_files(&folder) {
            fs::remove_file(old).unwrap();
        }
        let seeded = command(&folder).args(["seed", "--demo"]).output().unwrap();
        assert!(seeded.status.success(), "{}", String::from_utf8_lossy(&seeded.stderr));
        File::create(folder.join("made")).unwrap();
    }
    folder
}

/// The database and what belongs to it.
fn database_files(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files.filter(|path| path.file_name().unwrap().to_string_lossy().starts_with(DATABASE)).collect()
}

/// The binary with a clean environment and the data in `folder`.
pub(crate) fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_minsheng"));
    let database = format!("sqlite://{}", folder.join(DATABASE).display());
    command
        .env_clear()
        .env("MINSHENG_DATABASE_URL", database)
        .env("MINSHENG_DATA_DIR", folder)
        .env("MINSHENG_SECRET", SECRET)
        .env("MINSHENG_ADDR", "127.0.0.1:0")
        .stdin(Stdio::null());
    command
}

/// A folder with a copy of the city.
pub(crate) fn copy_of_the_city() -> TempDir {
    let folder = TempDir::new().unwrap();
    for file in database_files(&city()) {
        fs::copy(&file, folder.path().join(file.file_name().unwrap())).unwrap();
    }
    folder
}

/// A running server; it is killed when this is dropped.
pub(crate) struct Server {
    folder: TempDir,
    process: Child,
    settings: Vec<(String, String)>,
    pub(crate) at: SocketAddr,
}

impl Server {
    pub(crate) fn start() -> Self {
        Self::with(&[])
    }

    /// With settings of the environment.
    pub(crate) fn with(settings: &[(&str, &str)]) -> Self {
        Self::over(copy_of_the_city(), settings)
    }

    /// Where X-Forwarded-For of this machine is believed, so that every browser may have its own address.
    pub(crate) fn behind_a_proxy() -> Self {
        Self::with(&[("MINSHENG_TRUSTED_PROXIES", "127.0.0.1")])
    }

    /// Over data that a test has prepared.
    pub(crate) fn over(folder: TempDir, settings: &[(&str, &str)]) -> Self {
        let owned = settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let settings: Vec<_> = owned.collect();
        let (process, at) = launch(folder.path(), &settings);
        Self { folder, process, settings, at }
    }

    /// Starts again on the same address, after it has ended.
    pub(crate) fn again(&mut self) {
        let mut settings = self.settings.clone();
        settings.push(("MINSHENG_ADDR".to_owned(), self.at.to_string()));
        (self.process, self.at) = launch(self.folder.path(), &settings);
    }

    /// The origin of its own pages.
    pub(crate) fn origin(&self) -> String {
        let base = self.settings.iter().find(|(name, _)| name == "MINSHENG_BASE_URL");
        base.map_or_else(|| format!("http://{}", self.at), |(_, base)| base.clone())
    }

    /// Everything it has written to standard error, of all its starts.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap()
    }

    /// Asks it to stop in order.
    pub(crate) fn terminate(&self) {
        let told = Command::new("kill").args(["-TERM", &self.process.id().to_string()]).status();
        assert!(told.unwrap().success());
    }

    /// Waits until it has ended.
    pub(crate) fn ended(&mut self, within: Duration) -> Option<ExitStatus> {
        let begun = Instant::now();
        while begun.elapsed() < within {
            if let Some(status) = self.process.try_wait().unwrap() {
                return Some(status);
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        None
    }

    /// `kill -9`.
    pub(crate) fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    /// The first column of a question to its database, as text.
    pub(crate) fn asked(&self, sql: &str) -> Vec<String> {
        asked(self.folder.path(), sql)
    }

    /// One number out of its database.
    pub(crate) fn count(&self, sql: &str) -> i64 {
        self.asked(&format!("SELECT CAST(({sql}) AS TEXT)"))[0].parse().unwrap()
    }

    /// The id of a need by its tracking code.
    pub(crate) fn need(&self, code: &str) -> String {
        let id = "CASE typeof(id) WHEN 'blob' THEN lower(hex(id)) ELSE id END";
        self.asked(&format!("SELECT {id} FROM needs WHERE code = '{code}'")).remove(0)
    }

    /// The id of a unit.
    pub(crate) fn unit(&self, slug: &str) -> String {
        let id = "CASE typeof(id) WHEN 'blob' THEN lower(hex(id)) ELSE id END";
        self.asked(&format!("SELECT {id} FROM units WHERE slug = '{slug}'")).remove(0)
    }

    /// How much there is of everything that a request may change.
    pub(crate) fn everything(&self) -> Vec<String> {
        let tables = ["needs", "need_entries", "joins", "ratings", "keys", "events", "sessions"];
        let mut all: Vec<String> = tables
            .iter()
            .map(|table| format!("{table} {}", self.count(&format!("SELECT count(*) FROM {table}"))))
            .collect();
        all.extend(self.asked("SELECT group_concat(progress || visibility || supporters) FROM needs"));
        all.extend(self.asked("SELECT CAST(sum(n1 + 2 * n2 + 3 * n3 + 5 * n4 + 7 * n5) AS TEXT) FROM tallies"));
        all
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Starts the server and waits until it says on which port.
fn launch(folder: &Path, settings: &[(String, String)]) -> (Child, SocketAddr) {
    let log = folder.join("log");
    let mut file = File::options().create(true).append(true).open(&log).unwrap();
    let before = usize::try_from(std::io::Seek::seek(&mut file, std::io::SeekFrom::End(0)).unwrap()).unwrap();
    let settings = settings.iter().map(|(name, value)| (name, value));
    let mut process = command(folder).arg("serve").envs(settings).stderr(file).spawn().unwrap();
    let begun = Instant::now();
    loop {
        let said = fs::read(&log).unwrap();
        let said = String::from_utf8_lossy(&said[before..]).into_owned();
        let at = said.lines().find(|line| line.contains(r#""serving""#));
        let at = at.and_then(|line| line.split(r#""at":""#).nth(1)?.split('"').next()?.parse().ok());
        if let Some(at) = at {
            return (process, at);
        }
        if process.try_wait().unwrap().is_some() || begun.elapsed() > Duration::from_mins(1) {
            let _ = process.kill();
            panic!("it did not start: {said}");
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

async fn open(folder: &Path) -> DatabaseConnection {
    let url = format!("sqlite://{}", folder.join(DATABASE).display());
    Database::connect(url).await.unwrap()
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

fn asked(folder: &Path, sql: &str) -> Vec<String> {
    runtime().block_on(async {
        let db = open(folder).await;
        let question = Statement::from_string(DbBackend::Sqlite, sql);
        let rows = db.query_all_raw(question).await.unwrap();
        let texts = rows.iter().map(|row| row.try_get_by_index::<Option<String>>(0).unwrap());
        let texts = texts.map(Option::unwrap_or_default).collect();
        db.close().await.unwrap();
        texts
    })
}

/// Changes the data of a server that is not running.
pub(crate) fn change(folder: &Path, sql: &str) {
    runtime().block_on(async {
        let db = open(folder).await;
        db.execute_unprepared(sql).await.unwrap();
        db.close().await.unwrap();
    });
}
