package org.onewindow.divisions;

/**
 * A government body stationed in the centre.
 *
 * @param zone code of the zone it sits in
 * @param supervisePhone where complaints about it are taken: the complaint channel of its items (K2)
 * @param remedies what somebody may do against its decisions (C4)
 */
public record Department(
        String code,
        String name,
        String shortName,
        String nameEn,
        String zone,
        String consultPhone,
        String supervisePhone,
        Remedies remedies) {}
