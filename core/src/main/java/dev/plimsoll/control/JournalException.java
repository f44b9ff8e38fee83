// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

/**
 * A journal could not do what it was asked. Nothing that it acknowledged is lost, and what was not
 * acknowledged does not count as done: committing again writes it once.
 */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong with the store, and who can mend it. */
    public enum Fault {
        GONE("it cannot be reached: start it, or mend the way to it"),
        FULL("it has no room left: give it more, or keep entries for less long"),
        BUSY("somebody else holds it: stop one of the two"),
        TAKEN("another controller took it over, and this one may not write any more"),
        READ_ONLY("it cannot be written: mend its permissions, or name another place"),
        FORBIDDEN("it does not let this controller in: check user, password and permissions"),
        NEWER_FORM("a later version of Plimsoll wrote it: run that version, or a later one"),
        FOREIGN("it holds what is not a journal: give the journal a place of its own"),
        DAMAGED("what it holds cannot be read: restore it from a backup");

        private final String sentence;

        Fault(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    private final Fault fault;

    /**
     * A fault.
     *
     * @param store the journal's store as a person knows it
     * @param detail what was found; empty if there is nothing to say of it
     */
    public JournalException(Fault fault, String store, String detail) {
        super(
                "journal %s: %s%s"
                        .formatted(
                                store,
                                fault.sentence(),
                                detail.isEmpty() ? "" : " (%s)".formatted(detail)));
        this.fault = fault;
    }

    /** A fault with what brought it to light, in the words of the deepest cause that has any. */
    public JournalException(Fault fault, String store, Throwable cause) {
        this(fault, store, firstLine(cause));
        initCause(cause);
    }

    private static String firstLine(Throwable thrown) {
        String line = "";
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            line = message == null ? line : message.lines().findFirst().orElse(line);
        }
        return line;
    }

    public Fault fault() {
        return fault;
    }
}
