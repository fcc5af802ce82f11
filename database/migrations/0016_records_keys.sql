-- Which keys an organisation's texts and trail are sealed with (never the keys themselves), so that a key file that is
-- missing is told from one that was never made, and an old key stays for as long as anything needs it (SPEC 12.2, TRUST 3).

create table sealing_key (
  organisation uuid not null references organisation (id),
  -- The kind of text, 'trail' or 'checkpoint'.
  purpose text not null check (purpose ~ '^[a-z][a-z -]*$'),
  key_id text not null,
  number integer not null check (number > 0),
  -- A hash of the key; null for keys from before this was kept.
  fingerprint text check (fingerprint ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  -- By the database's own clock, for how long an older key is kept beside this one.
  added_at timestamptz not null default clock_timestamp(),
  primary key (organisation, purpose, key_id),
  unique (organisation, purpose, number)
);
insert into sealing_key (organisation, purpose, key_id, number, made_at)
  select organisation, kind, key_id, key_id::int, min(written_at) from sealed_text group by 1, 2, 3
  union all select organisation, 'trail', key_id, key_id::int, min(at) from trail_event group by 1, 2, 3;
alter table sealing_key enable row level security;
alter table sealing_key force row level security;
create policy sealing_key_read on sealing_key for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
-- A request makes the first key of a purpose; every further one is made by rotation.
create policy sealing_key_first on sealing_key for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid) and number = 1);
grant select, insert on sealing_key to mcs_request;

-- As long as one text was sealed with a key, the database itself keeps that key.
alter table sealed_text add foreign key (organisation, kind, key_id) references sealing_key (organisation, purpose, key_id);
create index sealed_text_key on sealed_text (organisation, kind, key_id, id);

-- The role of rotation sees wrapped keys and where they belong, never a sealed text. Only the owner may become it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'mcs_keys') then
    create role mcs_keys nologin nosuperuser nocreatedb nocreaterole noinherit nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant mcs_keys to %I with inherit false, set true', current_user);
  end if;
-- Another database's owner made the role: whoever runs the server grants it before keys are rotated.
exception when insufficient_privilege then null;
end $$;
grant usage on schema public to mcs_keys;
create policy sealing_key_rotation on sealing_key to mcs_keys
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, delete on sealing_key to mcs_keys;
create policy sealed_text_rotation_read on sealed_text for select to mcs_keys
  using (organisation = (select current_setting('app.organisation', true)::uuid));
create policy sealed_text_rotation on sealed_text for update to mcs_keys
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select (organisation, id, kind, about_kind, about, field, version, key_id, wrapped_key),
  update (key_id, wrapped_key) on sealed_text to mcs_keys;

-- The moment of the last line, so that a clock that was set back is noticed when the next one is written.
alter table trail_head add column at timestamptz;
grant update (at) on trail_head to mcs_request;
