-- Stock at checkout. The API calls reserve_cart when a customer goes to pay and confirm_cart when the
-- payment provider reports the payment, which it may do more than once. A scheduler calls
-- release_expired every minute, one call at a time, and again at once while it returns 500. Every
-- call is a transaction of its own, at read committed.

create table stock (
  sku text primary key,
  -- Units in the warehouse, those on hold included.
  on_hand integer not null check (on_hand >= 0)
);

-- One per cart; a cart is frozen when its customer goes to pay. The warehouse ships what is sold.
-- Sold and released ones move to the archive after 30 days.
create table reservations (
  cart_id uuid primary key,
  state text not null default 'held' check (state in ('held', 'sold', 'released')),
  expires_at timestamptz not null
);

create index reservations_due on reservations (expires_at) where state = 'held';

create table reservation_lines (
  cart_id uuid not null references reservations,
  line_no integer not null,
  sku text not null references stock,
  quantity integer not null check (quantity > 0),
  primary key (cart_id, line_no)
);

create index reservation_lines_sku on reservation_lines (sku);

-- What the product pages show.
create view availability as
  select s.sku, s.on_hand - coalesce(sum(l.quantity) filter (where r.state = 'held'), 0) as units
  from stock s
  left join reservation_lines l on l.sku = s.sku
  left join reservations r on r.cart_id = l.cart_id
  group by s.sku;

-- True when the cart has its stock. Raises when there is too little.
create function reserve_cart(p_cart uuid, p_lines jsonb) returns boolean
language plpgsql as $$
declare
  line record;
  stocked integer;
  held integer;
begin
  insert into reservations (cart_id, expires_at)
  values (p_cart, now() + interval '15 minutes')
  on conflict (cart_id) do nothing;
  if not found then
    return (select state <> 'released' from reservations where cart_id = p_cart);
  end if;

  for line in
    select * from jsonb_to_recordset(p_lines) as x (line_no integer, sku text, quantity integer)
    order by sku
  loop
    select on_hand into stocked
    from stock
    where sku = line.sku;

    select sum(l.quantity) into held
    from reservation_lines l
    join reservations r on r.cart_id = l.cart_id
    where l.sku = line.sku and r.state = 'held';

    if line.quantity > stocked - held then
      raise exception 'too little stock' using detail = line.sku;
    end if;
    insert into reservation_lines (cart_id, line_no, sku, quantity)
    values (p_cart, line.line_no, line.sku, line.quantity);
  end loop;
  return true;
end;
$$;

-- True when the cart is sold, also by an earlier call. False when its hold is gone: the caller refunds.
create function confirm_cart(p_cart uuid) returns boolean
language plpgsql as $$
declare
  line record;
begin
  update reservations set state = 'sold' where cart_id = p_cart and state = 'held';
  if not found then
    return exists (select from reservations where cart_id = p_cart and state = 'sold');
  end if;

  for line in
    select sku, quantity from reservation_lines where cart_id = p_cart
    order by line_no
  loop
    update stock set on_hand = on_hand - line.quantity where sku = line.sku;
  end loop;
  return true;
end;
$$;

create function release_expired() returns integer
language plpgsql as $$
declare
  released integer;
begin
  with due as (
    select cart_id from reservations
    where state = 'held' and expires_at <= now()
    order by expires_at
    limit 500
  )
  update reservations r set state = 'released'
  from due
  where r.cart_id = due.cart_id;

  get diagnostics released = row_count;
  return released;
end;
$$;
