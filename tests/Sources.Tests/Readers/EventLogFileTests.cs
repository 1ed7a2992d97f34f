using ProdSales.Sources.Readers;

namespace ProdSales.Sources.Tests.Readers;

/// <summary>An event log becomes one row an event, which also knows its case.</summary>
public sealed class EventLogFileTests : IDisposable
{
    private const string Log = """
        <?xml version="1.0" encoding="utf-8" ?>
        <log xes.version="1849-2016" xmlns="http://www.xes-standard.org/">
          <global scope="event"><string key="concept:name" value="x" /></global>
          <string key="origin" value="csv" />
          <trace>
            <string key="concept:name" value="Case 1" />
            <event>
              <string key="concept:name" value="Open &amp; assign"><string key="nested" value="passed over" /></string>
              <date key="time:timestamp" value="2012-10-09T14:50:17+00:00" />
            </event>
            <event><string key="concept:name" value="关闭" /><int key="effort" value="3" /></event>
          </trace>
          <trace>
            <event><string key="concept:name" value="Open" /></event>
          </trace>
        </log>
        """;

    private readonly StagingRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public void Events_carry_their_own_attributes_and_those_of_their_case()
    {
        StagedTable table = _room.Stage("helpdesk.xes", Log);

        Assert.Equal(["case:concept:name", "concept:name", "time:timestamp", "effort"], table.Columns.Select(column => column.Name));
        Assert.Equal(["7: Case 1|Open & assign|2012-10-09T14:50:17+00:00|~", "11: Case 1|关闭|~|3", "14: ~|Open|~|~"], _room.Rows());
        Assert.Equal(3, table.RowCount);
    }

    [Fact]
    public void A_log_that_is_cut_off_is_refused()
    {
        SourceFileException refusal = _room.Refusal("helpdesk.xes", Log[..^20]);

        Assert.Equal(SourceFileCodes.EventLog, refusal.Code);
        Assert.StartsWith("helpdesk.xes is no well-formed event log: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_kind_of_document_is_refused() =>
        Assert.Equal(
            "page.xes begins with the element \"html\"; an event log begins with \"log\".",
            _room.Refusal("page.xes", "<html><body/></html>").Message);

    [Fact]
    public void Entities_that_would_grow_without_end_are_refused() =>
        Assert.Equal(
            SourceFileCodes.EventLog,
            _room.Refusal("bomb.xes", "<!DOCTYPE log [<!ENTITY a \"aaaa\">]><log><trace><event><string key=\"a\" value=\"&a;\"/></event></trace></log>").Code);
}
