-- Builds weekly retention anew for the cohorts from a given week on. An engineer calls start_backfill
-- in psql. Then a script calls backfill_next, each time in a transaction of its own, until it returns
-- null; stopped and started again, it goes on where it was. Meanwhile the daily job runs as always. It
-- replaces the rows of cohorts whose people have new events, some of which arrive weeks late.

create table people (
  id bigint primary key,
  -- Where they were first seen, if that is known.
  country text,
  is_internal boolean not null default false
);

create table events (
  person_id bigint not null references people on delete cascade,
  name text not null,
  occurred_at timestamptz not null
);

create index events_of_person on events (person_id, occurred_at);
create index events_occurred_at on events (occurred_at);

-- What the dashboards read. A week is seven days from Monday, 00:00 UTC.
create table retention_weeks (
  -- The week in which these people were active for the first time.
  cohort_week date not null,
  -- A country, or 'unknown'.
  country text not null,
  -- 0 is the cohort's own week. There is a row for every week that is over.
  week_number int not null,
  people bigint not null,
  active bigint not null,
  -- When the events were read that these numbers come from.
  computed_at timestamptz not null,
  primary key (cohort_week, country, week_number)
);

-- The weeks in which a person was active, as read by start_backfill.
create table backfill_activity (
  person_id bigint not null,
  first_week date not null,
  week date not null
);

create index backfill_activity_first_week on backfill_activity (first_week);

create table backfill_chunks (
  cohort_week date primary key check (extract(isodow from cohort_week) = 1),
  staged_at timestamptz not null,
  done_at timestamptz
);

create procedure start_backfill(from_week date, run_at timestamptz default now())
language sql
as $$
  truncate backfill_activity, backfill_chunks;

  insert into backfill_activity (person_id, first_week, week)
  select person_id, min(week) over (partition by person_id), week
  from (
    select distinct person_id, date_trunc('week', occurred_at)::date as week
    from events
    where occurred_at >= from_week::timestamp at time zone 'UTC'
  ) w;

  insert into backfill_chunks (cohort_week, staged_at)
  select week::date, run_at
  from generate_series(from_week::timestamp, run_at at time zone 'UTC' - interval '7 days', '7 days') as week;
$$;

create function backfill_next() returns date
language plpgsql
as $$
declare
  chunk backfill_chunks;
  weeks_over int;
begin
  select * into chunk
  from backfill_chunks
  where done_at is null
  order by cohort_week
  limit 1
  for update;
  if not found then return null; end if;
  weeks_over := (date_trunc('week', chunk.staged_at at time zone 'UTC')::date - chunk.cohort_week) / 7;

  delete from retention_weeks where cohort_week = chunk.cohort_week;

  with cohort as (
    select a.person_id, a.week, p.country
    from backfill_activity a
    join people p on p.id = a.person_id
    where a.first_week = chunk.cohort_week and not p.is_internal
  ),
  sizes as (
    select country, count(distinct person_id) as people from cohort group by country
  ),
  returns as (
    select country, (week - chunk.cohort_week) / 7 as week_number, count(*) as active
    from cohort
    group by 1, 2
  )
  insert into retention_weeks (cohort_week, country, week_number, people, active, computed_at)
  select chunk.cohort_week, coalesce(s.country, 'unknown'), n, s.people, coalesce(r.active, 0), chunk.staged_at
  from sizes s
  cross join generate_series(0, weeks_over - 1) as n
  left join returns r on r.country = s.country and r.week_number = n;

  update backfill_chunks set done_at = now() where cohort_week = chunk.cohort_week;
  return chunk.cohort_week;
end
$$;
