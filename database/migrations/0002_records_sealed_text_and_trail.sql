-- Sealed texts, who may open them, and the trail of every writing and reading (SPEC 12.2, 12.3; TRUST 3 and 4).

-- Who may open the texts of a thing. A text of a thing without a row here opens for nobody.
create table sealed_reader (
  organisation uuid not null references organisation (id),
  about_kind text not null,
  about uuid not null,
  person uuid not null,
  because text not null,
  since timestamptz not null,
  until timestamptz,
  primary key (organisation, about_kind, about, person)
);
alter table sealed_reader enable row level security;
alter table sealed_reader force row level security;
create policy sealed_reader_own on sealed_reader to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update (because, since, until), delete on sealed_reader to mcs_request;

create table sealed_text (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  kind text not null check (kind in
    ('note', 'one-to-one record', 'case discussion', 'set', 'agreement', 'advice', 'concern')),
  about_kind text not null,
  about uuid not null,
  field text not null,
  -- 0 is a draft, the only version that is ever written over.
  version integer not null check (version >= 0),
  key_id text not null,
  wrapped_key bytea not null,
  sealed bytea not null,
  written_by uuid not null,
  written_at timestamptz not null,
  unique (organisation, about_kind, about, field, version)
);
alter table sealed_text enable row level security;
alter table sealed_text force row level security;
-- Written by anybody of the organisation whom the program lets write; read by its readers alone.
create policy sealed_text_write on sealed_text for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and written_by = (select current_setting('app.person', true)::uuid));
create policy sealed_text_read on sealed_text for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and exists (select from sealed_reader r
      where r.organisation = sealed_text.organisation and r.about_kind = sealed_text.about_kind
        and r.about = sealed_text.about and r.person = (select current_setting('app.person', true)::uuid)
        and (r.until is null or r.until > now())));
create policy sealed_text_redraft on sealed_text for update to mcs_request
  using (version = 0 and organisation = (select current_setting('app.organisation', true)::uuid)
    and written_by = (select current_setting('app.person', true)::uuid));
create policy sealed_text_drop_draft on sealed_text for delete to mcs_request
  using (version = 0 and organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update (key_id, wrapped_key, sealed, written_at), delete on sealed_text to mcs_request;

-- The trail: a chain for each organisation. The request role adds and reads, it never changes or removes.
create table trail_event (
  organisation uuid not null references organisation (id),
  number bigint not null check (number > 0),
  at timestamptz not null,
  by_person uuid not null,
  deed text not null check (deed ~ '^[a-z][a-z -]*$'),
  about_kind text not null,
  about uuid not null,
  -- Fixed words and ids only; never anything that somebody wrote.
  detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object'),
  key_id text not null,
  hash bytea not null,
  primary key (organisation, number)
);
create index trail_event_about on trail_event (organisation, about, deed, at);
create index trail_event_by on trail_event (organisation, by_person, at);
alter table trail_event enable row level security;
alter table trail_event force row level security;
create policy trail_event_own on trail_event to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert on trail_event to mcs_request;

-- The last link of each chain, so that a new one can be added without reading the chain.
create table trail_head (
  organisation uuid primary key references organisation (id),
  number bigint not null,
  hash bytea not null
);
alter table trail_head enable row level security;
alter table trail_head force row level security;
create policy trail_head_own on trail_head to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update (number, hash) on trail_head to mcs_request;
