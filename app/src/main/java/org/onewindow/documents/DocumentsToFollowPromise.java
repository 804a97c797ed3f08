package org.onewindow.documents;

import java.util.List;

/**
 * 容缺受理承诺书 (C16): signed by the applicant.
 *
 * @param head the usual
 * @param facts the case
 * @param papers what follows and until when
 * @param grantMayPrecede whether the version lets the grant come before the papers
 * @param legalBasis the rule that allows it
 */
public record DocumentsToFollowPromise(
        Head head, CaseFacts facts, List<PromisedPaper> papers, boolean grantMayPrecede, String legalBasis)
        implements DocumentModel {
    public DocumentsToFollowPromise {
        papers = List.copyOf(papers);
    }
}
