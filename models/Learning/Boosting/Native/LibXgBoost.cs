using System.Runtime.InteropServices;

namespace ProdSales.Learning.Boosting.Native;

/// <summary>The functions of XGBoost's C API that are used, under the names of its header. Each gives 0, or -1 and an error text of its thread.</summary>
internal static unsafe partial class LibXgBoost
{
    internal const string Name = "xgboost";

    [LibraryImport(Name, EntryPoint = "XGBoostVersion")]
    internal static partial void Version(out int major, out int minor, out int patch);

    [LibraryImport(Name, EntryPoint = "XGBGetLastError")]
    internal static partial nint LastError();

    [LibraryImport(Name, EntryPoint = "XGBRegisterLogCallback")]
    internal static partial int RegisterLogCallback(delegate* unmanaged[Cdecl]<byte*, void> callback);

    [LibraryImport(Name, EntryPoint = "XGBSetGlobalConfig", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int SetGlobalConfig(string json);

    [LibraryImport(Name, EntryPoint = "XGDMatrixCreateFromMat")]
    internal static partial int MatrixCreate(float* values, ulong rows, ulong columns, float missing, out nint matrix);

    [LibraryImport(Name, EntryPoint = "XGDMatrixSetFloatInfo", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int MatrixSetFloats(MatrixHandle matrix, string field, float* values, ulong length);

    [LibraryImport(Name, EntryPoint = "XGDMatrixFree")]
    internal static partial int MatrixFree(nint matrix);

    [LibraryImport(Name, EntryPoint = "XGBoosterCreate")]
    internal static partial int BoosterCreate(nint* matrices, ulong length, out nint booster);

    [LibraryImport(Name, EntryPoint = "XGBoosterFree")]
    internal static partial int BoosterFree(nint booster);

    [LibraryImport(Name, EntryPoint = "XGBoosterSetParam", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int BoosterSetParameter(BoosterHandle booster, string name, string value);

    [LibraryImport(Name, EntryPoint = "XGBoosterSetAttr", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int BoosterSetAttribute(BoosterHandle booster, string name, string value);

    [LibraryImport(Name, EntryPoint = "XGBoosterUpdateOneIter")]
    internal static partial int BoosterUpdate(BoosterHandle booster, int round, MatrixHandle matrix);

    [LibraryImport(Name, EntryPoint = "XGBoosterPredictFromDMatrix", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int BoosterPredict(BoosterHandle booster, MatrixHandle matrix, string settings, out ulong* shape, out ulong dimensions, out float* result);

    [LibraryImport(Name, EntryPoint = "XGBoosterSaveModelToBuffer", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int BoosterSave(BoosterHandle booster, string settings, out ulong length, out byte* bytes);

    [LibraryImport(Name, EntryPoint = "XGBoosterLoadModelFromBuffer")]
    internal static partial int BoosterLoad(BoosterHandle booster, byte* bytes, ulong length);
}
