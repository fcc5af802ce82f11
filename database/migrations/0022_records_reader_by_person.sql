-- Everybody looks up who has opened their own records: from the person to the things, not only from the thing.
create index sealed_reader_person on sealed_reader (organisation, person);
