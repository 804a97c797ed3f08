package org.onewindow.joint;

import java.util.List;
import java.util.Map;
import org.onewindow.catalogue.ItemVersion.MaterialForm;
import org.onewindow.catalogue.ItemVersion.MaterialSource;
import org.onewindow.catalogue.ItemVersion.Necessity;

/**
 * A document of the one list of materials for a whole stage (一单清, J2): there once, marked with who needs it.
 *
 * @param copies as many as the member that needs most: one paper serves all
 * @param necessity the strictest among the members that ask the applicant for it
 * @param conditions the conditions in words under which members need it; empty where one needs it always
 * @param neededBy codes of all members that need it
 * @param handedOn codes of those who get it from a member that ends before them, by that member's code
 */
public record MaterialLine(
        String name,
        MaterialForm form,
        int copies,
        MaterialSource source,
        Necessity necessity,
        List<String> conditions,
        List<String> neededBy,
        Map<String, String> handedOn) {

    public MaterialLine {
        conditions = List.copyOf(conditions);
        neededBy = List.copyOf(neededBy);
        handedOn = Map.copyOf(handedOn);
    }

    /** Whether the applicant is asked for it: it neither comes from another member nor from shared data. */
    public boolean isAsked() {
        return necessity != Necessity.EXEMPT;
    }
}
