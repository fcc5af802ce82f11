-- The register of a peer review put right after it was closed (SPEC 5.8, 1.2): who was put on it or taken off, by whom, and why, in
-- fixed words. A correction is a row of its own, so that the register of a past day stays the same.

create table peer_register_correction (
  organisation uuid not null,
  id uuid primary key,
  review uuid not null,
  person uuid not null,
  now_on boolean not null,
  reason text not null check (reason in ('not entered', 'came late', 'was not there', 'entered by mistake', 'wrong person')),
  corrected_by uuid not null,
  corrected_at timestamptz not null,
  unique (organisation, id),
  foreign key (organisation, review) references peer_review (organisation, id),
  foreign key (organisation, person) references person (organisation, id),
  check (reason = 'wrong person' or now_on = (reason in ('not entered', 'came late')))
);
create index peer_register_correction_of on peer_register_correction (organisation, review, corrected_at);

alter table peer_register_correction enable row level security;
alter table peer_register_correction force row level security;
create policy peer_register_correction_own on peer_register_correction for all to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert on peer_register_correction to mcs_request;
