using System.Runtime.InteropServices;

namespace ProdSales.Loading.Intake;

/// <summary>UTF-8 texts numbered from 0 in the order in which they came, looked up by their bytes without making strings.</summary>
internal sealed class Utf8Set
{
    private byte[] _bytes = new byte[1 << 12];
    private Entry[] _entries = new Entry[256];
    private int[] _slots = new int[512];
    private int _usedBytes;

    /// <summary>Gets the number of texts.</summary>
    internal int Count { get; private set; }

    /// <summary>Finds a text.</summary>
    /// <returns>Its number; -1 when it is not there.</returns>
    internal int Find(ReadOnlySpan<byte> text) => _slots[SlotOf(text, HashOf(text))] - 1;

    /// <summary>Adds a text that may be there already.</summary>
    /// <returns>Its number.</returns>
    internal int Add(ReadOnlySpan<byte> text)
    {
        uint hash = HashOf(text);
        int slot = SlotOf(text, hash);
        if (_slots[slot] != 0)
        {
            return _slots[slot] - 1;
        }

        Store(text, hash);
        int number = Count - 1;
        _slots[slot] = Count;
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }

        return number;
    }

    private static uint HashOf(ReadOnlySpan<byte> text)
    {
        ulong hash = (ulong)text.Length * 0x9E37_79B9_7F4A_7C15;
        foreach (ulong word in MemoryMarshal.Cast<byte, ulong>(text))
        {
            hash = (hash ^ word) * 0xFF51_AFD7_ED55_8CCD;
            hash ^= hash >> 32;
        }

        foreach (byte letter in text[(text.Length & ~7)..])
        {
            hash = (hash ^ letter) * 0x0000_0100_0000_01B3;
        }

        hash ^= hash >> 29;
        return (uint)((hash * 0xC4CE_B9FE_1A85_EC53) >> 32);
    }

    private int SlotOf(ReadOnlySpan<byte> text, uint hash)
    {
        int mask = _slots.Length - 1;
        int slot = (int)hash & mask;
        while (_slots[slot] != 0)
        {
            ref readonly Entry entry = ref _entries[_slots[slot] - 1];
            if (entry.Hash == hash && text.SequenceEqual(_bytes.AsSpan(entry.Offset, entry.Length)))
            {
                break;
            }

            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Store(ReadOnlySpan<byte> text, uint hash)
    {
        while (_usedBytes + text.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Count * 2);
        }

        text.CopyTo(_bytes.AsSpan(_usedBytes));
        _entries[Count++] = new Entry(hash, _usedBytes, text.Length);
        _usedBytes += text.Length;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        int mask = _slots.Length - 1;
        for (int i = 0; i < Count; i++)
        {
            int slot = (int)_entries[i].Hash & mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = i + 1;
        }
    }

    private readonly record struct Entry(uint Hash, int Offset, int Length);
}
