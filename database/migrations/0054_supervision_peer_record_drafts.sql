-- What somebody is typing of the record of a peer review (SPEC 5.6), until they save it: the words are sealed for its author alone.

create table peer_record_draft (
  organisation uuid not null,
  id uuid primary key,
  review uuid not null,
  author uuid not null,
  -- How often it was kept; a page that was opened before the newest of these does not write over it.
  save integer not null check (save > 0),
  kept_at timestamptz not null,
  unique (organisation, review, author),
  foreign key (organisation, review) references peer_review (organisation, id),
  foreign key (organisation, author) references person (organisation, id)
);

alter table peer_record_draft enable row level security;
alter table peer_record_draft force row level security;
create policy peer_record_draft_own on peer_record_draft for all to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and author = (select current_setting('app.person', true)::uuid));
grant select, insert, update (save, kept_at), delete on peer_record_draft to mcs_request;
