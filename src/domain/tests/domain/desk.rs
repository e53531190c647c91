//! What staff do, by the names of the verbs.

use crate::city::City;
use domain::cases::Move;
use domain::{Result, Staff};
use words::{NeedId, Progress, Reply, Title, UnitId};

fn reply(text: &str) -> Reply {
    Reply::parse(text).unwrap()
}

impl City {
    pub(crate) async fn take(&self, by: &Staff, id: NeedId, step: Move) -> Result<Progress> {
        let catalogue = self.catalogue.clone();
        self.write(by, move |act| {
            let (catalogue, step) = (catalogue.clone(), step.clone());
            Box::pin(async move { domain::cases::take(act, &catalogue, id, step).await })
        })
        .await
    }

    pub(crate) async fn accept(&self, by: &Staff, id: NeedId, unit: UnitId) -> Result<Progress> {
        self.take(by, id, Move::Accept { unit, kind: None, title: None }).await
    }

    pub(crate) async fn accept_titled(&self, by: &Staff, id: NeedId, title: &str) -> Result<Progress> {
        let title = Some(Title::parse(title).unwrap());
        self.take(by, id, Move::Accept { unit: self.property, kind: None, title }).await
    }

    pub(crate) async fn ask(&self, by: &Staff, id: NeedId, text: &str) -> Result<Progress> {
        self.take(by, id, Move::Ask(reply(text))).await
    }

    pub(crate) async fn refuse(&self, by: &Staff, id: NeedId, text: &str) -> Result<Progress> {
        self.take(by, id, Move::Refuse(reply(text))).await
    }

    pub(crate) async fn begin(&self, by: &Staff, id: NeedId) -> Result<Progress> {
        self.take(by, id, Move::Begin).await
    }

    pub(crate) async fn answer(&self, by: &Staff, id: NeedId, text: &str) -> Result<Progress> {
        self.take(by, id, Move::Answer(reply(text))).await
    }

    pub(crate) async fn give_back(&self, by: &Staff, id: NeedId, text: &str) -> Result<Progress> {
        self.take(by, id, Move::Return(reply(text))).await
    }
}
