-- An import of staff can be undone as long as nothing was built on it (SPEC 1.1). Posts, units and learning are never written
-- over, so they come back by themselves; of persons, what the import changed is kept here until then.
alter table staff_import drop constraint staff_import_state_check;
alter table staff_import add constraint staff_import_state_check check (state in ('choosing columns', 'checking', 'checked',
  'importing', 'imported', 'undoing', 'undone', 'cancelled', 'failed'));
-- How the register stood when it was written, and when that was: its rows carry the same moment.
alter table staff_import add column mark_after text not null default '', add column written_at timestamptz;

create table staff_import_before (
  organisation uuid not null,
  import uuid not null,
  person uuid not null,
  was_new boolean not null,
  name text not null,
  email text,
  left_on date,
  primary key (organisation, import, person),
  foreign key (organisation, import) references staff_import (organisation, id),
  foreign key (organisation, person) references person (organisation, id)
);
alter table staff_import_before enable row level security;
alter table staff_import_before force row level security;
create policy staff_import_before_own on staff_import_before to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, delete on staff_import_before to mcs_request;
