-- When somebody last looked at a series: many small sealed texts under one thing and one key. A look after a while is a line of
-- the trail; those that follow upon it are the same visit.
create table sealed_look (
  organisation uuid not null references organisation (id),
  about_kind text not null,
  about uuid not null,
  person uuid not null,
  seen_at timestamptz not null,
  primary key (organisation, about_kind, about, person)
);
alter table sealed_look enable row level security;
alter table sealed_look force row level security;
create policy sealed_look_own on sealed_look to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid));
grant select, insert, update (seen_at) on sealed_look to mcs_request;
