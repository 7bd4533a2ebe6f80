-- Weekly activation by acquisition channel, of people who signed up on their own. The scheduler
-- calls refresh_activation every night at 02:00 UTC, and the growth team's dashboard reads
-- activation_weeks. It draws a week dashed until the seven days of its last sign-up are over.

create table users (
  id bigint primary key,
  signed_up_at timestamptz not null,
  -- Came by a teammate's invitation, and starts inside the teammate's project.
  by_invitation boolean not null default false,
  is_internal boolean not null default false
);

-- One row each time somebody follows a tagged link: an ad, a partner's page, a mail of ours. The
-- visits of an unknown visitor are given their user at sign-up.
create table touches (
  user_id bigint not null references users on delete cascade,
  channel text not null,
  touched_at timestamptz not null
);

create table projects (
  id bigint primary key,
  created_by bigint not null references users on delete cascade,
  created_at timestamptz not null
);

create table project_events (
  project_id bigint not null references projects on delete cascade,
  -- 'invited' when a teammate was asked to join, 'published' when a page went online.
  name text not null,
  happened_at timestamptz not null
);

create index users_signed_up_at on users (signed_up_at);
create index touches_of_user on touches (user_id, touched_at);
create index projects_created_at on projects (created_at);
create index project_events_of_project on project_events (project_id, name, happened_at);

create table activation_weeks (
  -- The Monday of a UTC week of sign-ups.
  week date not null,
  -- What brought them here, direct when nothing is known.
  channel text not null,
  signups bigint not null,
  -- How many did each within seven days of signing up, in any order.
  created bigint not null,
  invited bigint not null,
  activated bigint not null,
  -- Median hours from sign-up to the first published page, of those activated.
  median_hours numeric(5, 1),
  refreshed_at timestamptz not null,
  primary key (week, channel)
);

create procedure refresh_activation(run_at timestamptz default now())
language plpgsql
as $$
declare
  -- The first week to build again, from its Monday.
  since timestamp := date_trunc('week', (run_at at time zone 'UTC') - interval '1 day');
begin
  delete from activation_weeks where week >= since;
  commit;

  insert into activation_weeks
    (week, channel, signups, created, invited, activated, median_hours, refreshed_at)
  with cohort as (
    select
      u.id as user_id,
      u.signed_up_at,
      u.signed_up_at + interval '168 hours' as deadline,
      date_trunc('week', u.signed_up_at at time zone 'UTC')::date as week,
      coalesce(t.channel, 'direct') as channel
    from users u
    left join lateral (
      select channel
      from touches
      where user_id = u.id
      order by touched_at desc, channel
      limit 1
    ) t on true
    where u.signed_up_at >= since at time zone 'UTC'
      and not u.by_invitation
      and not u.is_internal
  ),

  -- When each thing first happened.
  firsts as (
    select p.created_by as user_id, p.created_at,
      min(e.happened_at) filter (where e.name = 'invited') as invited_at,
      min(e.happened_at) filter (where e.name = 'published') as published_at
    from projects p
    left join project_events e on e.project_id = p.id
    where p.created_at >= since at time zone 'UTC'
    group by p.id
  )

  select
    c.week,
    c.channel,
    count(*),
    count(*) filter (where f.created_at < c.deadline),
    count(*) filter (where f.invited_at < c.deadline),
    count(*) filter (where f.published_at < c.deadline),
    percentile_cont(0.5) within group (
      order by extract(epoch from f.published_at - c.signed_up_at) / 3600
    ) filter (where f.published_at < c.deadline),
    now()
  from cohort c
  left join firsts f on f.user_id = c.user_id
  group by c.week, c.channel;
end
$$;
