INSERT INTO workspace (id, name, currency, fiscal_year_start_month, created, fiscal_year_names, holidays)
VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name,
    currency = excluded.currency,
    fiscal_year_start_month = excluded.fiscal_year_start_month,
    created = excluded.created,
    fiscal_year_names = excluded.fiscal_year_names,
    holidays = excluded.holidays
