SELECT name, currency, fiscal_year_start_month, created, fiscal_year_names, holidays
FROM workspace
