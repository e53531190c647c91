//! Places, units and services as everybody needs them on every page: read together, kept for two seconds.

use super::entity as regions;
use crate::services::{Service, entity as services};
use crate::units::{Unit, entity as units};
use crate::{Error, Result, Store};
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{EntityTrait, QueryOrder};
use std::collections::HashMap;
use std::sync::Arc;
use tokio::sync::Mutex;
use words::{RegionId, RegionLevel, ServiceId, UnitId};

/// One place.
#[derive(Debug, Clone)]
pub struct Region {
    /// Its id, as in the form field `place`.
    pub id: RegionId,
    /// The place it lies in.
    pub parent: Option<RegionId>,
    /// How high it stands.
    pub level: RegionLevel,
    /// Its short name in files.
    pub slug: String,
    /// Its name in Chinese.
    pub name_zh: String,
    /// Its name in English.
    pub name_en: String,
    /// Pinyin initials.
    pub initials: String,
    /// How many people live there.
    pub residents: i64,
}

/// Places, units and services. Other instances see a change within two seconds.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// Every place, in the order in which they were added: parents before children.
    pub regions: Vec<Region>,
    /// Every unit.
    pub units: Vec<Unit>,
    /// Every service.
    pub services: Vec<Service>,
    region_places: HashMap<RegionId, usize>,
    unit_places: HashMap<UnitId, usize>,
    service_places: HashMap<String, usize>,
    service_ids: HashMap<ServiceId, usize>,
}

/// The catalogue with the time at which it was read.
pub(crate) type Kept = Mutex<Option<(DateTime<Utc>, Arc<Catalogue>)>>;

impl Catalogue {
    /// The catalogue as it is now, or was at most two seconds ago.
    ///
    /// # Errors
    /// Whatever the database says.
    pub async fn of(store: &Store) -> Result<Arc<Self>> {
        let now = store.clock().now();
        let mut kept = store.catalogue_kept().lock().await;
        if let Some((at, catalogue)) = &*kept
            && (now - *at).abs() < TimeDelta::seconds(2)
        {
            return Ok(Arc::clone(catalogue));
        }
        let fresh = Arc::new(Self::load(store).await?);
        *kept = Some((now, Arc::clone(&fresh)));
        Ok(fresh)
    }

    /// Makes the next reader look again: something of it has just been changed.
    pub async fn forget(store: &Store) {
        *store.catalogue_kept().lock().await = None;
    }

    async fn load(store: &Store) -> Result<Self> {
        let db = store.read();
        let regions = regions::Entity::find().order_by_asc(regions::Column::Id).all(db).await?;
        let units = units::Entity::find().order_by_asc(units::Column::Id).all(db).await?;
        let services = services::Entity::find().order_by_asc(services::Column::Id).all(db).await?;
        let mut all = Self {
            regions: regions.into_iter().map(Region::try_from).collect::<Result<_>>()?,
            units: units.into_iter().map(Unit::from).collect(),
            services: services.into_iter().map(Service::try_from).collect::<Result<_>>()?,
            ..Self::default()
        };
        all.region_places = all.regions.iter().enumerate().map(|(i, r)| (r.id, i)).collect();
        all.unit_places = all.units.iter().enumerate().map(|(i, u)| (u.id, i)).collect();
        all.service_places = all.services.iter().enumerate().map(|(i, s)| (s.slug.as_str().to_owned(), i)).collect();
        all.service_ids = all.services.iter().enumerate().map(|(i, s)| (s.id, i)).collect();
        Ok(all)
    }

    /// A place by its id.
    pub fn region(&self, id: RegionId) -> Option<&Region> {
        self.region_places.get(&id).map(|i| &self.regions[*i])
    }

    /// A unit by its id.
    pub fn unit(&self, id: UnitId) -> Option<&Unit> {
        self.unit_places.get(&id).map(|i| &self.units[*i])
    }

    /// A service by its slug.
    pub fn service(&self, slug: &str) -> Option<&Service> {
        self.service_places.get(slug).map(|i| &self.services[*i])
    }

    /// A service by its id.
    pub fn service_by_id(&self, id: ServiceId) -> Option<&Service> {
        self.service_ids.get(&id).map(|i| &self.services[*i])
    }

    /// Whether `below` lies in `above`, or is it.
    pub fn lies_in(&self, below: RegionId, above: RegionId) -> bool {
        let mut at = Some(below);
        while let Some(id) = at {
            if id == above {
                return true;
            }
            at = self.region(id).and_then(|region| region.parent);
        }
        false
    }

    /// A place and everything in it.
    pub fn within(&self, above: RegionId) -> Vec<RegionId> {
        self.regions.iter().map(|region| region.id).filter(|id| self.lies_in(*id, above)).collect()
    }

    /// The communities, which the report form offers.
    pub fn communities(&self) -> impl Iterator<Item = &Region> {
        self.regions.iter().filter(|region| region.level == RegionLevel::Community)
    }
}

impl TryFrom<regions::Model> for Region {
    type Error = Error;
    fn try_from(row: regions::Model) -> Result<Self> {
        Ok(Self {
            id: RegionId(row.id),
            parent: row.parent_id.map(RegionId),
            level: row.level.parse().map_err(Error::internal)?,
            slug: row.slug,
            name_zh: row.name_zh,
            name_en: row.name_en,
            initials: row.initials,
            residents: row.residents,
        })
    }
}
