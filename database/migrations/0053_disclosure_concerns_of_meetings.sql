-- A concern may come from a meeting of a learning set: from what was said there.
alter table concern drop constraint concern_about_kind_check;
alter table concern add constraint concern_about_kind_check
  check (about_kind in ('session', 'session record', 'case', 'preparation', 'agreement', 'learning set',
    'learning set meeting'));
