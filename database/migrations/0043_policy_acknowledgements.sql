-- Who has said that they read which version of a policy, and when: a fact without content (SPEC 1.5). Said once, never changed.
create table policy_acknowledgement (
  organisation uuid not null,
  person uuid not null,
  version uuid not null,
  said_at timestamptz not null,
  primary key (organisation, person, version),
  foreign key (organisation, person) references person (organisation, id),
  foreign key (organisation, version) references policy_version (organisation, id)
);
create index policy_acknowledgement_version on policy_acknowledgement (organisation, version);
alter table policy_acknowledgement enable row level security;
alter table policy_acknowledgement force row level security;
create policy policy_acknowledgement_read on policy_acknowledgement for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
-- Nobody says it for somebody else; the service alone brings in what was said before it was here.
create policy policy_acknowledgement_say on policy_acknowledgement for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and (select current_setting('app.person', true)::uuid) in (person, '00000000-0000-0000-0000-000000000001'));
grant select, insert on policy_acknowledgement to mcs_request;
