-- One secret address for each person, under which their own calendar asks when they have supervision. Of the secret itself nothing
-- stands here: it is made of this row and of a key outside the database.
create table calendar_feed (
  organisation uuid not null references organisation (id),
  person uuid not null,
  id uuid not null,
  made_at timestamptz not null,
  primary key (organisation, person),
  foreign key (organisation, person) references person (organisation, id)
);
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy calendar_feed_own on calendar_feed to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid));
grant select, insert, delete, update (id, made_at) on calendar_feed to mcs_request;
