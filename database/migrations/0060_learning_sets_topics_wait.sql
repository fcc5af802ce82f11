-- The words of topics have a key of their own: a meeting that nobody finished is closed without its topics being known, and those
-- that were not reached wait for the next one. Their key goes, where nothing is kept, when the meeting has added to the turns of
-- its set, with the topics that wait.
drop policy sealed_text_forget on sealed_text;
create policy sealed_text_forget on sealed_text for delete to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid) and about_kind = 'meeting'
    and (field = 'words' or (field = 'topics' and exists (select from learning_meeting_turns t
      where t.organisation = (select current_setting('app.organisation', true)::uuid) and t.meeting = about)))
    and reads_meeting(about) and keeps_no_words(about));
