-- Monthly revenue by plan, in euro. The scheduler calls refresh_revenue every night at 02:00 UTC. It
-- builds the months that finance has not closed yet; a closed month stays as it was reported. Finance
-- checks it against the general ledger, in which each invoice and each refund is an entry of its own.
-- Months are UTC months in both.

create table subscriptions (
  id bigint primary key,
  customer_id bigint not null,
  started_at timestamptz not null
);

-- The plan a subscription was on, and when. Periods of a subscription neither overlap nor leave gaps.
-- The latest ends at infinity, even once the subscription is cancelled. Support corrects mistakes.
create table plan_history (
  subscription_id bigint not null references subscriptions,
  plan text not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null default 'infinity' check (valid_to > valid_from),
  primary key (subscription_id, valid_from)
);

-- Invoices and refunds are dated by the database when they are inserted, and never change.
create table invoices (
  id bigint primary key,
  subscription_id bigint not null references subscriptions,
  currency char(3) not null,
  amount_cents bigint not null check (amount_cents > 0),
  issued_at timestamptz not null default now()
);

create table refunds (
  id bigint primary key,
  invoice_id bigint not null references invoices,
  -- In the currency of the invoice; part of it, or all.
  amount_cents bigint not null check (amount_cents > 0),
  refunded_at timestamptz not null default now()
);

-- How much of a currency one euro buys, as the central bank publishes it. The loader starts a currency
-- a month before we bill in it. There is no row for the euro itself.
create table exchange_rates (
  currency char(3) not null,
  day date not null,
  per_eur numeric(14, 6) not null check (per_eur > 0),
  primary key (currency, day)
);

-- Finance closes months by day and in order, each as soon as its figures are reported.
create table closed_months (
  month date primary key check (extract(day from month) = 1),
  closed_at timestamptz not null default now()
);

create index invoices_issued_at on invoices (issued_at);
create index refunds_refunded_at on refunds (refunded_at);
create index refunds_of_invoice on refunds (invoice_id);

create table revenue_months (
  month date not null,
  plan text not null,
  -- Subscriptions invoiced in this month, and for how much.
  subscriptions bigint not null,
  gross_cents bigint not null,
  -- Paid back in this month.
  refunded_cents bigint not null,
  net_cents bigint not null generated always as (gross_cents - refunded_cents) stored,
  refreshed_at timestamptz not null,
  primary key (month, plan)
);

-- Invoices with the plan they were for and the rate of their day, at which the ledger books them.
create view booked_invoices as
select i.id, i.subscription_id, i.issued_at, i.amount_cents, h.plan, coalesce(x.per_eur, 1) as per_eur
from invoices i
join plan_history h
  on h.subscription_id = i.subscription_id
left join exchange_rates x
  on x.currency = i.currency and x.day = (i.issued_at at time zone 'UTC')::date;

create procedure refresh_revenue()
language plpgsql
as $$
declare
  first_open timestamp := (select max(month) + interval '1 month' from closed_months);
  since timestamptz := coalesce(first_open, '-infinity') at time zone 'UTC';
begin
  delete from revenue_months
  where month >= since at time zone 'UTC';

  insert into revenue_months (month, plan, subscriptions, gross_cents, refunded_cents, refreshed_at)
  with entries as (
    select b.issued_at as booked_at, b.plan, b.subscription_id,
      b.amount_cents / b.per_eur as gross, 0 as refunded
    from booked_invoices b
    where b.issued_at >= since

    union all

    select b.issued_at, b.plan, null,
      0, r.amount_cents / b.per_eur
    from refunds r
    join booked_invoices b on b.id = r.invoice_id
    where b.issued_at >= since
  )
  select
    date_trunc('month', booked_at at time zone 'UTC')::date,
    plan,
    count(distinct subscription_id),
    round(sum(gross)),
    round(sum(refunded)),
    now()
  from entries
  group by 1, 2;
end
$$;
