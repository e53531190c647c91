//! What residents do, by the names of the verbs.

use crate::city::{City, verb};
use domain::needs::{ImportedNeed, Joined, NewNeed, Reported, Revision, Tracked};
use domain::ratings::{ImportedTally, NewRating, Rated};
use domain::{Actor, Intent, Once, Result, Store, Voice};
use words::{
    Body, Channel, Contact, ForWhom, Level, NeedId, NeedKind, Note, Place, Progress, Reply, ServiceId, Solved, Spot,
    TrackingCode, Vote,
};

/// A level as a vote.
pub(crate) fn level(n: u8) -> Vote {
    Vote::try_from(n).unwrap()
}

impl City {
    /// A need of the eastern community, as the form would give it.
    pub(crate) fn need(&self, text: &str) -> NewNeed {
        NewNeed {
            kind: NeedKind::Difficult,
            body: Body::parse(text).unwrap(),
            category: None,
            place: Place::Region(self.community),
            spot: Spot::parse("").unwrap(),
            point: None,
            contact: Contact::None,
            staff_only: false,
            for_whom: ForWhom::Own,
            channel: Channel::Own,
        }
    }

    pub(crate) async fn report(&self, name: &str, text: &str) -> Reported {
        self.report_new(name, self.need(text)).await.unwrap()
    }

    pub(crate) async fn report_new(&self, name: &str, new: NewNeed) -> Result<Reported> {
        self.report_once(&self.store, name, new, None).await
    }

    pub(crate) async fn report_once(
        &self,
        store: &Store,
        name: &str,
        new: NewNeed,
        once: Option<Once>,
    ) -> Result<Reported> {
        let catalogue = self.catalogue.clone();
        let verb = verb(move |act| {
            let (catalogue, new) = (catalogue.clone(), new.clone());
            Box::pin(async move { domain::needs::report(act, &catalogue, new).await })
        });
        store.write(Intent::by(Actor::Guest(self.voice(name))).once(once), verb).await
    }

    /// Reported by one, accepted by the worker: everybody sees it.
    pub(crate) async fn publish(&self, name: &str, text: &str) -> Reported {
        let reported = self.report(name, text).await;
        self.accept(&self.worker, reported.id, self.property).await.unwrap();
        reported
    }

    /// Brought in and public at once.
    pub(crate) async fn import(&self, text: &str) -> bool {
        self.import_need(self.imported(text)).await.unwrap()
    }

    pub(crate) fn imported(&self, text: &str) -> ImportedNeed {
        ImportedNeed {
            import_id: None,
            created: None,
            title: None,
            body: Body::imported(text).unwrap(),
            kind: None,
            category: None,
            region: Some(self.community),
            supports: 0,
            channel: Channel::Import,
            voice: String::new(),
            public: true,
        }
    }

    pub(crate) async fn import_need(&self, new: ImportedNeed) -> Result<bool> {
        self.write(Actor::System, move |act| Box::pin(domain::needs::import(act, new.clone()))).await
    }

    pub(crate) async fn track(&self, code: TrackingCode) -> Tracked {
        domain::needs::track(&self.store, code).await.unwrap()
    }

    pub(crate) async fn join(&self, name: &str, id: NeedId) -> Result<Joined> {
        self.write(&self.voice(name), move |act| Box::pin(domain::needs::join(act, id))).await
    }

    pub(crate) async fn confirm(&self, code: TrackingCode, solved: Solved) -> Result<Progress> {
        self.write(&self.voice("holder"), move |act| Box::pin(domain::cases::confirm(act, code, solved, None))).await
    }

    pub(crate) async fn confirm_because(&self, code: TrackingCode, solved: Solved, why: &str) -> Result<Progress> {
        let why = Some(Reply::parse(why).unwrap());
        let verb = verb(move |act| Box::pin(domain::cases::confirm(act, code, solved, why.clone())));
        self.write(&self.voice("holder"), verb).await
    }

    pub(crate) async fn rate_handling(&self, code: TrackingCode, level: Level) -> Result<()> {
        self.write(&self.voice("holder"), move |act| Box::pin(domain::cases::rate_handling(act, code, level))).await
    }

    pub(crate) async fn revise(&self, code: TrackingCode, text: &str) -> Result<()> {
        let revision = Revision { body: Body::parse(text).unwrap() };
        let verb = verb(move |act| Box::pin(domain::needs::revise(act, code, revision.clone())));
        self.write(&self.voice("holder"), verb).await
    }

    pub(crate) async fn add(&self, code: TrackingCode, text: &str) -> Result<()> {
        let note = Note::parse(text).unwrap();
        self.write(&self.voice("holder"), move |act| Box::pin(domain::needs::add(act, code, note.clone()))).await
    }

    pub(crate) async fn withdraw(&self, code: TrackingCode) -> Result<()> {
        self.write(&self.voice("holder"), move |act| Box::pin(domain::needs::withdraw(act, code))).await
    }

    /// A tap on a level, as it comes from a phone in the eastern community.
    pub(crate) fn rating(&self, name: &str, service: ServiceId, vote: u8) -> NewRating {
        NewRating {
            service,
            voice: self.voice(name),
            vote: level(vote),
            channel: Channel::Own,
            entry: String::new(),
            region: Some(self.community),
            at: None,
        }
    }

    pub(crate) async fn rate(&self, name: &str, service: ServiceId, vote: u8) -> Result<Rated> {
        self.rate_new(&self.store, self.rating(name, service, vote)).await
    }

    pub(crate) async fn rate_new(&self, store: &Store, new: NewRating) -> Result<Rated> {
        let intent = Intent::by(Actor::Guest(new.voice.clone()));
        store.write(intent, move |act| Box::pin(domain::ratings::rate(act, new.clone()))).await
    }

    pub(crate) async fn import_tally(&self, new: ImportedTally) -> Result<()> {
        self.write(Actor::System, move |act| Box::pin(domain::ratings::import_tally(act, new.clone()))).await
    }

    /// What the active voice of a resident says.
    pub(crate) async fn said(&self, name: &str, service: ServiceId) -> Option<u8> {
        let voice: Voice = self.voice(name);
        let mine = domain::ratings::mine(&self.store, service, &voice).await.unwrap();
        mine.map(|active| active.vote.number())
    }
}
