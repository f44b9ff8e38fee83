// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

/**
 * An entry as a journal keeps it.
 *
 * @param position where it stands: later entries stand at larger ones
 */
public record Kept(long position, JournalEntry entry) {}
