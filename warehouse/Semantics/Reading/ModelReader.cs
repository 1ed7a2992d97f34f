using System.Security.Cryptography;
using System.Text;

namespace ProdSales.Semantics;

/// <summary>Compiles the files of a model into typed definitions, and tells every defect at once.</summary>
public sealed class ModelReader
{
    private readonly List<ModelDefect> _defects = [];
    private readonly DimensionReader _dimensions = new();
    private readonly List<MeasureDraft> _drafts = [];
    private readonly List<YamlMap> _subjects = [];
    private readonly Dictionary<string, IReadOnlyList<Fact>> _facts = new(StringComparer.Ordinal);
    private readonly List<YamlMap> _security = [];

    private ModelReader()
    {
    }

    /// <summary>Compiles the files.</summary>
    /// <param name="files">
    /// Files of dimensions (key <c>dimensions</c>), of roles (key <c>roles</c>), of crosses (key <c>crosses</c>), of benefits (key <c>benefits</c> or <c>rates</c>) and of subjects (key <c>subject</c>), in any order.
    /// Where two say the same name, what users added is at fault.
    /// </param>
    public static ModelCompilation Compile(IEnumerable<ModelFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        ModelFile[] all = [.. files.OrderBy(file => file.IsUsers).ThenBy(file => file.Name, StringComparer.Ordinal)];
        return new ModelReader().Read(all);
    }

    /// <summary>The model that the product ships.</summary>
    public static SemanticModel Shipped { get; } = Compile(ModelFile.Shipped).Model;

    private ModelCompilation Read(ModelFile[] files)
    {
        YamlMap[] maps = [.. files.Select(file => YamlMap.Read(file, _defects)).OfType<YamlMap>()];
        foreach (YamlMap map in maps.Where(map => Holds(map, "dimensions")))
        {
            _dimensions.Read(map);
        }

        _defects.AddRange(_dimensions.Dimensions.Where(dimension => dimension.Place.IsUsers)
            .Select(dimension => ReservedNames.FaultOf(dimension.Name, _dimensions.Dimensions)?.At(dimension.Place))
            .OfType<ModelDefect>());
        _security.AddRange(maps.Where(map => Holds(map, "roles")));
        _subjects.AddRange(maps.Where(map => !Holds(map, "dimensions") && !Holds(map, "roles") && !Holds(map, "crosses") && !HoldsBenefits(map)));
        (YamlMap Map, string Name, Fact[] Facts)[] subjectsRead = [.. _subjects.Select(ReadFacts)];
        SourceNumbers numbers = new(subjectsRead);
        foreach ((YamlMap map, string name, Fact[] facts) in subjectsRead)
        {
            _facts[name] = [.. facts.Select(fact => numbers.Filled(fact, map))];
        }

        Array.ForEach(subjectsRead, read => ReadMeasures(read.Map, read.Name, [.. _facts[read.Name]]));
        IReadOnlyList<Subject> subjects = Subjects();
        Role[] roles = [.. new RoleReader(_dimensions.Dimensions, subjects).Read(_security)];
        CrossReader crosses = new(subjects, _dimensions.Dimensions);
        Cross[] crossed = [.. maps.Where(map => Holds(map, "crosses")).SelectMany(crosses.ReadAll)];
        BenefitReader benefits = new(subjects, _dimensions.Dimensions);
        IReadOnlyList<Benefit> appraised = benefits.ReadAll([.. maps.Where(HoldsBenefits)]);
        ModelDefect[] defects = [.. _defects.Distinct().OrderBy(defect => defect.Place.File, StringComparer.Ordinal).ThenBy(defect => defect.Place.Line)];
        return defects.Length > 0
            ? new ModelCompilation(null, defects)
            : new ModelCompilation(
                new SemanticModel(subjects, _dimensions.Dimensions, _dimensions.Hierarchies, VersionOf(files)) { Roles = roles, Crosses = crossed, Benefits = appraised, Rates = benefits.Rates }, []);
    }

    private static bool HoldsBenefits(YamlMap map) => Holds(map, "benefits") || Holds(map, "rates");

    private static bool Holds(YamlMap map, string key) => map.Keys.Contains(key, StringComparer.Ordinal);

    private (YamlMap Map, string Name, Fact[] Facts) ReadFacts(YamlMap map)
    {
        map.Allow("subject", "label", "description", "owner", "sensitivity", "facts", "measures", "explain", "causes", "bridges", "rollups");
        string name = map.Name("subject");
        if (map.Place.IsUsers && map.Keys.Contains("rollups", StringComparer.Ordinal))
        {
            map.Refuse("rollups", RollupFaults.OfUsers());
        }

        Fact[] facts = [.. map.Maps("facts").Select(entry => FactReader.Read(entry, _dimensions.Dimensions))];
        foreach (Fact fact in facts.Where(fact => _facts.Values.Any(known => known.Any(other => other.Name == fact.Name))))
        {
            _defects.Add(NameFaults.Twice(NameFaults.Fact, fact.Name).At(fact.Place));
        }

        if (!_facts.TryAdd(name, facts))
        {
            map.Refuse("subject", NameFaults.Twice(NameFaults.Subject, name));
        }

        return (map, name, facts);
    }

    private void ReadMeasures(YamlMap map, string name, Fact[] facts)
    {
        Fact[] known = [.. _facts.Values.SelectMany(others => others)];
        LocalisedText? owner = map.OptionalLocalised("owner");
        Sensitivity sensitivity = MeasureDraft.SensitivityOf(map);
        foreach (YamlMap entry in map.Maps("measures"))
        {
            MeasureDraft draft = MeasureDraft.Read(entry, name, facts, known).Under(owner, sensitivity);
            CheckName(draft);
            _drafts.Add(draft);
        }
    }

    private void CheckName(MeasureDraft draft)
    {
        string name = draft.Shell.Name;
        if (_drafts.Exists(other => other.Subject == draft.Subject && other.Shell.Name == name))
        {
            draft.Entry.Refuse("name", NameFaults.MeasureTwice(name));
        }

        if (_dimensions.Dimensions.FirstOrDefault(dimension => dimension.Name == name) is { } taken)
        {
            bool isDimensionLater = taken.Place.IsUsers && !draft.Shell.Place.IsUsers;
            _defects.Add(isDimensionLater
                ? NameFaults.AlreadyMeasure(name, $"{draft.Subject}.{name}").At(taken.Place)
                : NameFaults.AlreadyDimension(name).At(draft.Entry.PlaceOf("name")));
        }

        if (draft.Shell.Place.IsUsers && ReservedNames.FaultOf(name, _dimensions.Dimensions) is { } fault)
        {
            draft.Entry.Refuse("name", fault);
        }

        foreach (string per in draft.Shell.Per.Where(per => _dimensions.Dimensions.All(dimension => dimension.Name != per)))
        {
            draft.Entry.Refuse("per", UnknownFaults.Dimension(per, _dimensions.Dimensions.Select(dimension => dimension.Name)));
        }
    }

    private IReadOnlyList<Subject> Subjects()
    {
        MeasureResolution resolution = new(_drafts);
        (MeasureDraft Draft, Measure Compiled)[] compiled =
        [
            .. _drafts.Select(draft => (draft, resolution.Resolve(draft))).Where(pair => pair.Item2 is not null).Select(pair => (pair.draft, pair.Item2!)),
        ];
        RepeatedNumbers.Refuse(compiled);
        ILookup<string, Measure> measures = TargetNames.Named([.. compiled.Select(pair => pair.Compiled)]).ToLookup(measure => measure.Subject, StringComparer.Ordinal);
        Subject[] subjects = [.. _subjects.Select(map => SubjectOf(map, [.. measures[map.Name("subject")]]))];
        HashSet<string> rollups = new(StringComparer.Ordinal);
        return
        [
            .. subjects.Select((subject, index) => subject with { Guide = GuideReader.Read(_subjects[index], subject, subjects), Rollups = RollupReader.Read(_subjects[index], subject, rollups) })
                .OrderBy(subject => subject.Name, StringComparer.Ordinal),
        ];
    }

    private Subject SubjectOf(YamlMap map, IReadOnlyList<Measure> measures)
    {
        Fact[] facts = [.. measures.SelectMany(measure => measure.Aggregates()).Select(part => part.Fact).Distinct()];
        Dimension[] dimensions = [.. _dimensions.Dimensions.Where(dimension => Array.Exists(facts, fact => fact.Reaches(dimension)))];
        return new Subject(map.Name("subject"), map.Localised("label"), map.Localised("description"), dimensions, measures) { Place = map.PlaceOf("subject") };
    }

    private static string VersionOf(IEnumerable<ModelFile> files)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (ModelFile file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\n{file.Text}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
