# Writes the Statlog German credit data (UCI, 1994; in Debian's r-cran-caret, there as zeros and ones) back as one column an
# attribute, nominal ones only, for test/learn/credit-g.test.ts:
#   apt-get install r-cran-caret; Rscript scripts/credit-g.R credit-g.csv; ASSAY_CREDIT_G=credit-g.csv npx vitest run credit-g
arguments <- commandArgs(trailingOnly = TRUE)
data(GermanCredit, package = "caret")
groups <- c("CheckingAccountStatus", "CreditHistory", "Purpose", "SavingsAccountBonds", "EmploymentDuration", "Personal",
            "OtherDebtorsGuarantors", "Property", "OtherInstallmentPlans", "Housing", "Job")
joined <- lapply(groups, function(group) {
  columns <- grep(paste0("^", group, "\\."), names(GermanCredit), value = TRUE)
  sub(paste0("^", group, "\\."), "", columns)[max.col(as.matrix(GermanCredit[, columns]))]
})
names(joined) <- groups
table <- data.frame(joined, Telephone = GermanCredit$Telephone, ForeignWorker = GermanCredit$ForeignWorker,
                    Class = tolower(as.character(GermanCredit$Class)))
write.csv(table, arguments[1], row.names = FALSE, quote = FALSE)
