using System.Text;

namespace ProdSales.Sources.Readers.Scripts;

/// <summary>Parts a SQL script into tokens, in the dialects that dumps come in: PostgreSQL, MySQL, SQL Server, SQLite.</summary>
/// <remarks>A quote within a text is doubled; a backslash escapes only in <c>E'…'</c>. Comments are passed over.</remarks>
internal sealed class SqlTokens
{
    private readonly TextReader _script;
    private readonly string _name;
    private int _next;
    private int _second;
    private long _line = 1;

    /// <summary>Begins at the start of a script.</summary>
    /// <param name="script">The script.</param>
    /// <param name="name">What messages call it.</param>
    internal SqlTokens(TextReader script, string name)
    {
        (_script, _name) = (script, name);
        (_next, _second) = (script.Read(), script.Read());
    }

    /// <summary>Reads the next token.</summary>
    /// <exception cref="SourceFileException">A text, quoted name or comment has no end.</exception>
    internal SqlToken Next()
    {
        SkipBlank();
        long line = _line;
        int next = _next;
        return next switch
        {
            -1 => new SqlToken(SqlTokenKind.End, "", line),
            '\'' => new SqlToken(SqlTokenKind.Text, Quoted('\'', line, escapes: false), line),
            '"' or '`' => new SqlToken(SqlTokenKind.QuotedName, Quoted((char)next, line, escapes: false), line),
            '[' => new SqlToken(SqlTokenKind.QuotedName, Quoted(']', line, escapes: false), line),
            '.' when !char.IsAsciiDigit((char)_second) => new SqlToken(SqlTokenKind.Mark, ((char)Read()).ToString(), line),
            '-' or '+' or '.' or (>= '0' and <= '9') => Number(line),
            '_' or '$' or '@' or '#' => Word(line),
            _ when char.IsLetter((char)next) => Word(line),
            _ => new SqlToken(SqlTokenKind.Mark, ((char)Read()).ToString(), line),
        };
    }

    private SqlToken Word(long line)
    {
        StringBuilder word = new();
        while (_next is >= 0 and var next && (char.IsLetterOrDigit((char)next) || next is '_' or '$' or '@' or '#'))
        {
            word.Append((char)Read());
        }

        bool isPrefix = _next is '\'' && word.Length is 1 && word.ToString() is "N" or "n" or "E" or "e";
        return isPrefix
            ? new SqlToken(SqlTokenKind.Text, Quoted('\'', line, escapes: word[0] is 'E' or 'e'), line)
            : new SqlToken(SqlTokenKind.Word, word.ToString(), line);
    }

    private SqlToken Number(long line)
    {
        StringBuilder number = new();
        do
        {
            number.Append((char)Read());
        }
        while (_next is >= 0 and var next && (char.IsLetterOrDigit((char)next) || next is '.' || (next is '+' or '-' && number[^1] is 'e' or 'E')));
        return number is { Length: 1 } && !char.IsDigit(number[0])
            ? new SqlToken(SqlTokenKind.Mark, number.ToString(), line)
            : new SqlToken(SqlTokenKind.Number, number.ToString().TrimStart('+'), line);
    }

    private string Quoted(char quote, long line, bool escapes)
    {
        Read();
        StringBuilder text = new();
        while (true)
        {
            int next = Read();
            if (next < 0)
            {
                throw new SourceFileException(SourceFileCodes.SqlScript, _name, $"{_name}: the text or name that begins in line {line} with {quote} has no end.");
            }

            if (next == quote)
            {
                if (_next != quote)
                {
                    return text.ToString();
                }

                Read();
            }

            text.Append(escapes && next is '\\' ? Escaped() : (char)next);
        }
    }

    private char Escaped() => Read() switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        var other => (char)other,
    };

    private void SkipBlank()
    {
        while (_next >= 0)
        {
            if (char.IsWhiteSpace((char)_next))
            {
                Read();
            }
            else if ((_next, _second) is ('-', '-'))
            {
                SkipWhile(() => _next is not '\n');
            }
            else if ((_next, _second) is ('/', '*'))
            {
                SkipWhile(() => (_next, _second) is not ('*', '/'));
                Read();
                Read();
            }
            else
            {
                return;
            }
        }
    }

    private void SkipWhile(Func<bool> isInside)
    {
        while (_next >= 0 && isInside())
        {
            Read();
        }
    }

    private int Read()
    {
        int read = _next;
        _line += read is '\n' ? 1 : 0;
        (_next, _second) = (_second, _second < 0 ? -1 : _script.Read());
        return read;
    }
}
