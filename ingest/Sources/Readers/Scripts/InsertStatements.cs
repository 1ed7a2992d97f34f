namespace ProdSales.Sources.Readers.Scripts;

/// <summary>Finds in a SQL script what is inserted into one table; all other statements are passed over.</summary>
internal sealed class InsertStatements
{
    private static readonly string[] ConstraintWords = ["CONSTRAINT", "PRIMARY", "FOREIGN", "UNIQUE", "CHECK", "KEY", "INDEX", "EXCLUDE", "LIKE"];

    private readonly SqlTokens _tokens;
    private readonly string _table;
    private readonly List<string> _tablesSeen = [];
    private SqlToken _token;

    /// <summary>Begins at the start of a script.</summary>
    /// <param name="script">The script.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="table">The table, without its schema, in any case.</param>
    internal InsertStatements(TextReader script, string name, string table)
    {
        _tokens = new SqlTokens(script, name);
        _table = table;
        Advance();
    }

    /// <summary>The columns as CREATE TABLE declares them; null while none has been seen.</summary>
    internal IReadOnlyList<string>? DeclaredColumns { get; private set; }

    /// <summary>The tables that the script creates or fills, in the order in which they come up.</summary>
    internal IReadOnlyList<string> TablesSeen => _tablesSeen;

    /// <summary>Reads the rows inserted into the table.</summary>
    internal IEnumerable<InsertedRow> Rows()
    {
        while (_token.Kind is not SqlTokenKind.End)
        {
            if (TakeWord("CREATE"))
            {
                ReadCreate();
            }
            else if (TakeWord("INSERT") || TakeWord("REPLACE"))
            {
                foreach (InsertedRow row in ReadInsert())
                {
                    yield return row;
                }
            }
            else
            {
                Advance();
            }
        }
    }

    private void ReadCreate()
    {
        while (TakeWord("TEMPORARY") || TakeWord("TEMP") || TakeWord("UNLOGGED"))
        {
        }

        if (!TakeWord("TABLE"))
        {
            return;
        }

        while (TakeWord("IF") || TakeWord("NOT") || TakeWord("EXISTS"))
        {
        }

        if (IsTable(ReadName()) && TakeMark('('))
        {
            DeclaredColumns = ReadDeclarations();
        }
    }

    private List<string> ReadDeclarations()
    {
        List<string> columns = [];
        int depth = 1;
        bool isFirst = true;
        while (depth > 0 && _token.Kind is not SqlTokenKind.End)
        {
            bool isColumn = isFirst && depth is 1 && _token.IsName
                && !(_token.Kind is SqlTokenKind.Word && ConstraintWords.Contains(_token.Value, StringComparer.OrdinalIgnoreCase));
            if (isColumn)
            {
                columns.Add(_token.Value);
            }

            depth += _token.IsMark('(') ? 1 : _token.IsMark(')') ? -1 : 0;
            isFirst = _token.IsMark(',') && depth is 1;
            Advance();
        }

        return columns;
    }

    private IEnumerable<InsertedRow> ReadInsert()
    {
        TakeWord("INTO");
        if (!_token.IsName || !IsTable(ReadName()))
        {
            yield break;
        }

        List<string>? columns = null;
        if (TakeMark('('))
        {
            columns = [];
            while (_token.IsName || _token.IsMark(','))
            {
                if (_token.IsName)
                {
                    columns.Add(_token.Value);
                }

                Advance();
            }

            TakeMark(')');
        }

        if (!TakeWord("VALUES") && !TakeWord("VALUE"))
        {
            yield break;
        }

        do
        {
            long line = _token.Line;
            if (!TakeMark('('))
            {
                yield break;
            }

            yield return ReadRow(line, columns);
        }
        while (TakeMark(','));
    }

    private InsertedRow ReadRow(long line, List<string>? columns)
    {
        List<string?> values = [];
        string? expression = null;
        while (_token.Kind is not SqlTokenKind.End)
        {
            (string? value, bool isLiteral) = ReadValue();
            expression ??= isLiteral ? null : value;
            values.Add(value);
            if (!TakeMark(','))
            {
                break;
            }
        }

        TakeMark(')');
        return new InsertedRow(line, columns, values, expression);
    }

    /// <summary>Reads up to the comma or bracket that ends a value; a cast behind a literal, as in <c>'1'::int</c>, does not change it.</summary>
    private (string? Value, bool IsLiteral) ReadValue()
    {
        SqlToken first = _token;
        bool isLiteral = first.Kind is SqlTokenKind.Text or SqlTokenKind.Number
            || first.IsWord("NULL") || first.IsWord("TRUE") || first.IsWord("FALSE");
        Advance();
        string text = first.Value;
        for (int depth = first.IsMark('(') ? 1 : 0; _token.Kind is not SqlTokenKind.End && !(depth is 0 && (_token.IsMark(',') || _token.IsMark(')'))); Advance())
        {
            depth += _token.IsMark('(') ? 1 : _token.IsMark(')') ? -1 : 0;
            isLiteral &= _token.IsMark(':') || _token.IsName;
            text += isLiteral ? "" : $" {_token.Value}";
        }

        return isLiteral && first.IsWord("NULL") ? (null, true) : (text, isLiteral);
    }

    /// <summary>Reads a name with or without schema, and gives its last part.</summary>
    private string ReadName()
    {
        string name = _token.Value;
        Advance();
        while (TakeMark('.'))
        {
            name = _token.Value;
            Advance();
        }

        if (!_tablesSeen.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            _tablesSeen.Add(name);
        }

        return name;
    }

    private bool IsTable(string name) => name.Equals(_table, StringComparison.OrdinalIgnoreCase);

    private bool TakeWord(string word)
    {
        bool isWord = _token.IsWord(word);
        if (isWord)
        {
            Advance();
        }

        return isWord;
    }

    private bool TakeMark(char mark)
    {
        bool isMark = _token.IsMark(mark);
        if (isMark)
        {
            Advance();
        }

        return isMark;
    }

    private void Advance() => _token = _tokens.Next();
}
