namespace ProdSales.Loading.Tests.Star;

public sealed class CalendarTests
{
    [Theory]
    [InlineData("2026-02-14", true)] // a Saturday worked in exchange for Spring Festival
    [InlineData("2026-02-16", false)] // New Year's eve
    [InlineData("2024-10-01", false)]
    [InlineData("2024-10-12", true)]
    [InlineData("2026-06-06", false)] // a plain Saturday
    [InlineData("1998-05-01", true)] // before the list begins: Monday to Friday
    public void The_plant_works_as_the_State_Council_announced(string day, bool isWorkday)
    {
        using TestWarehouse warehouse = new();
        Assert.Equal(isWorkday ? "true" : "false", warehouse.Value($"SELECT CAST(is_workday AS VARCHAR) FROM dim_date WHERE date = DATE '{day}'"));
    }

    [Fact]
    public void Each_year_has_the_workdays_that_were_announced()
    {
        using TestWarehouse warehouse = new();
        Assert.Equal(
            ["2019|250", "2021|250", "2022|249", "2023|249", "2024|251", "2025|248", "2026|248"],
            warehouse.Query("SELECT year, count_if(is_workday) FROM dim_date WHERE year IN (2019, 2021, 2022, 2023, 2024, 2025, 2026) GROUP BY year ORDER BY year"));
    }

    [Fact]
    public void The_difference_of_workday_numbers_counts_workdays()
    {
        using TestWarehouse warehouse = new();
        Assert.Equal("0", warehouse.Value("""
            SELECT count(*) FROM dim_date AS a JOIN dim_date AS b ON b.date = a.date + 30
            WHERE b.workday_number - a.workday_number <> (SELECT count_if(d.is_workday) FROM dim_date AS d WHERE d.date > a.date AND d.date <= b.date)
                AND a.year BETWEEN 2020 AND 2021
            """));
    }

    [Fact]
    public void Quarters_of_the_retail_year_have_four_four_and_five_weeks()
    {
        using TestWarehouse warehouse = new();
        Assert.Equal(
            ["1|28", "2|28", "3|35", "4|28", "5|28", "6|35", "7|28", "8|28", "9|35", "10|28", "11|28", "12|35"],
            warehouse.Query("SELECT retail_month, count(*) FROM dim_date WHERE retail_year = 2025 GROUP BY 1 ORDER BY 1"));
        Assert.Equal("42", warehouse.Value("SELECT count(*) FROM dim_date WHERE retail_year = 2020 AND retail_month = 12"));
    }
}
