// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

/** A platform could not be asked what it has. Nothing is decided on what is not known. */
public final class PlatformException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong with the platform, or the way to it. */
    public enum Fault {
        UNREACHABLE("it cannot be reached: start it, or mend the way to it"),
        TIMED_OUT("it did not answer in time"),
        FAULTY("it answered that it has failed"),
        UNREADABLE("what it answered cannot be understood: is it something else?"),
        INTERRUPTED("the controller ended before the answer came");

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
     * @param platform as a person knows it
     * @param detail what was found
     */
    public PlatformException(Fault fault, String platform, String detail) {
        super("platform %s: %s (%s)".formatted(platform, fault.sentence(), detail));
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
