-- A meeting that nobody finished, because its facilitator has left, must not keep the set from ever meeting again.
drop index learning_meeting_one_open;
