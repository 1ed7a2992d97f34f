using System.Text;
using ProdSales.Host.Tests.Running;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Commands;

/// <summary>An export as a German ERP in China writes it, connected as docs/mappings.md says.</summary>
public sealed class ForeignExportTests : IDisposable
{
    private const string Mapping = """
        system: sap
        currency: CNY
        time_zone: Asia/Shanghai
        maps:
          channels: { 10: direct, 20: dealer }
        tables:
          vbak: { file: VBAK.csv }
          vbap: { file: VBAP.csv }
          vbep: { file: VBEP.csv }
        feeds:
          sales_order_line:
            from: vbap
            join: JOIN vbak ON vbak.VBELN = vbap.VBELN
            where: AUART = 'TA'
            columns:
              source_id: concat(vbap.VBELN, '/', POSNR)
              ordered_date: { sql: ERDAT, format: '%Y%m%d' }
              order_id: vbap.VBELN
              line_number: POSNR
              customer_id: ltrim(KUNNR, '0')
              product_id: MATNR
              channel: { sql: VTWEG, map: channels }
              quantity: { sql: KWMENG, decimal: ',' }
              net_amount: { sql: "if(ends_with(NETWR, '-'), concat('-', rtrim(NETWR, '-')), NETWR)", thousands: '.', decimal: ',' }
              is_cancelled: coalesce(ABGRU = 'X', FALSE)
          schedule_line:
            from: vbep
            join: JOIN vbap ON vbap.VBELN = vbep.VBELN AND vbap.POSNR = vbep.POSNR
            columns:
              source_id: concat(vbep.VBELN, '/', vbep.POSNR, '/', ETENR)
              order_id: vbep.VBELN
              order_line_id: concat(vbep.VBELN, '/', vbep.POSNR)
              product_id: MATNR
              ordered_quantity: { sql: WMENG, decimal: ',' }
              first_commit_date: { sql: "nullif(EDATU, '00000000')", format: '%Y%m%d' }
        """;

    private readonly TemporaryFolder _folder = new();

    public ForeignExportTests()
    {
        File.WriteAllText(_folder.File("sap.yaml"), Mapping);
        Write("VBAK.csv", "VBELN;ERDAT;AUART;VTWEG;KUNNR;BSTNK", "4711;20240131;TA;10;0000100001;采购一", "4712;20240205;TA;20;0000100002;采购二", "4713;20240206;AG;10;0000100002;报价");
        Write("VBAP.csv", "VBELN;POSNR;MATNR;ARKTX;KWMENG;NETWR;ABGRU", "4711;000010;FL-30;叉车;2,000;250.000,50;", "4711;000020;FL-30;退货;1,000-;12.500,00-;X", "4712;000010;FL-50;叉车;1,000;180.000,00;", "4713;000010;FL-30;叉车;viel;1,00;");
        Write("VBEP.csv", "VBELN;POSNR;ETENR;EDATU;WMENG", "4711;000010;0001;20240320;2,000", "4712;000010;0001;00000000;1,000");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_check_tells_what_a_load_would_do_with_each_row()
    {
        ProgramResult check = await ProdSalesProgram.RunAsync("check", _folder.File("sap.yaml"), _folder.Path);

        Assert.Equal(1, check.ExitCode);
        Assert.Contains("VBAK.csv is not UTF-8 from line 2 on and was read as GB18030.", check.Output, StringComparison.Ordinal);
        Assert.Contains("1 Row 3 of VBAP.csv, quantity: \"1,000-\" is no number (not-a-number); allowed: a number", check.Output, StringComparison.Ordinal);
        Assert.Contains("1 Row 3 of VBEP.csv, first_commit_date: a required value is missing (missing-value); allowed: a date written as %Y%m%d.", check.Output, StringComparison.Ordinal);
        Assert.EndsWith("5 rows, 2 bad, 0 records that could not be read.\n", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_load_refuses_what_is_mostly_bad_and_says_how_the_good_rows_go_in()
    {
        string database = _folder.File("w.duckdb");
        ProgramResult refused = await ProdSalesProgram.RunAsync("load", _folder.File("sap.yaml"), _folder.Path, "--db", database);
        ProgramResult loaded = await ProdSalesProgram.RunAsync("load", _folder.File("sap.yaml"), _folder.Path, "--db", database, "--max-refused", "0.5");
        ProgramResult rows = await ProdSalesProgram.RunAsync(
            "query", "--sql", "SELECT source_id, ordered_date, quantity, net_amount, channel FROM fact_sales_order_line ORDER BY 1", "--db", database);

        Assert.Equal((1, 0), (refused.ExitCode, loaded.ExitCode));
        Assert.Contains("sales_order_line: 1 of 3 rows are bad, at most 5% may be; mend", refused.Output, StringComparison.Ordinal);
        Assert.Contains("raise --max-refused", refused.Output, StringComparison.Ordinal);
        Assert.Equal(
            "source_id\tordered_date\tquantity\tnet_amount\tchannel\n4711/000010\t2024-01-31\t2.0000\t250000.5000\tdirect\n4712/000010\t2024-02-05\t1.0000\t180000.0000\tdealer\n",
            rows.Output);
    }

    private void Write(string name, params string[] lines) =>
        File.WriteAllBytes(_folder.File(name), CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(string.Join("\r\n", lines) + "\r\n"));
}
