// Generated from plugins/itam-backend/src/schema/openapi.yaml by `yarn generate`. Do not edit.
/* eslint-disable */
export type paths = {
    "/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List records the caller may read, filtered, sorted and paged. */
        get: operations["listRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{kind}/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One record with everything the caller may see of it. */
        get: operations["getRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cost of one node by month, with its breakdown and coverage. */
        get: operations["getCosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/costs/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cost of many nodes at once, one answer or error per node. */
        post: operations["queryCosts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rejected, unconfirmed and conflicting declarations, and the age of the data. */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/declarations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Stage what a catalog file declares; service principals only. Changes no record. */
        put: operations["stageDeclaration"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/declarations/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Epoch of the register and the declarations it wants again; service principals only. */
        get: operations["getDeclarationState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/declarations/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report errors and conflicts the catalog met; service principals only. */
        post: operations["reportDeclarationIncidents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
};
export type webhooks = Record<string, never>;
/** The schemas of the HTTP API. @public */
export type components = {
    schemas: {
        ItamKind: "Asset" | "License" | "Contract";
        AssetClass: "hardware" | "fixed" | "software" | "cloud" | "digital";
        LifecycleStage: "planning" | "procurement" | "deployment" | "maintenance" | "decommission";
        EntityRef: string;
        NodeRef: string;
        Month: string;
        Day: string;
        CostBasis: "used" | "owned";
        CostDimension: "category" | "record" | "service" | "owner" | "supplier" | "class" | "cost-center" | "currency";
        CostCategory: "depreciation" | "charge" | "license" | "contract" | "impairment" | "disposal";
        Amount: {
            amount: string;
            currency: string;
        };
        /** A catalog entity as the caller may see it. */
        RefLabel: {
            ref: string;
            title?: string;
            /** Whether it is in the catalog. */
            resolved: boolean;
        };
        ServiceUse: {
            service: components["schemas"]["RefLabel"];
            sharePercent: string;
            inheritedFrom?: string;
        };
        RecordSummary: {
            ref: string;
            kind: components["schemas"]["ItamKind"];
            title: string;
            origin: "declared" | "registered";
            class?: components["schemas"]["AssetClass"];
            type?: string;
            stage?: components["schemas"]["LifecycleStage"];
            status?: string;
            owner?: components["schemas"]["RefLabel"];
            assignee?: components["schemas"]["RefLabel"];
            vendor?: string;
            product?: string;
            tag?: string;
            serialNumber?: string;
            manufacturer?: string;
            model?: string;
            location?: string;
            /** Next date that matters: warranty, term or end of life. */
            endsOn?: string;
            endsKind?: "warranty" | "term" | "end-of-life" | "notice";
            /** Cost of the current month; absent without permission. */
            monthlyCost?: components["schemas"]["Amount"][];
            retiredAt?: string;
            updatedAt: string;
            version: number;
        };
        RecordPage: {
            items: components["schemas"]["RecordSummary"][];
            totalItems: number;
            nextCursor?: string;
        };
        RecordDetail: {
            record: components["schemas"]["RecordSummary"];
            description?: string;
            /** As declared; without financials for those who may not see them. */
            spec: {
                [key: string]: unknown;
            };
            costVisible: boolean;
            /** Whether a catalog page exists for it. */
            inCatalog: boolean;
            /** File that declares it, when known. */
            sourceUrl?: string;
            editUrl?: string;
            services: components["schemas"]["ServiceUse"][];
            covers: components["schemas"]["RefLabel"][];
            coveredBy: components["schemas"]["RefLabel"][];
            contract?: components["schemas"]["RefLabel"];
            partOf?: components["schemas"]["RefLabel"];
            parts: components["schemas"]["RefLabel"][];
            licenses?: components["schemas"]["RefLabel"][];
            nextStages?: components["schemas"]["LifecycleStage"][];
            findings: {
                rule: string;
                message: string;
                severity: "info" | "warning" | "error";
            }[];
            /** Assets with a purchase; absent without permission. */
            bookValue?: {
                currency: string;
                cost: string;
                salvage: string;
                book: string;
                depreciatedToDate: string;
                points: {
                    month: string;
                    book: string;
                    depreciation: string;
                }[];
            };
            /** Contracts and licences with a term. */
            renewal?: {
                state: "active" | "expiring" | "notice-due" | "renewing" | "expired" | "ended";
                start: string;
                /** Last day of the current term, inclusive. */
                end?: string;
                lastNoticeDay?: string;
                next?: {
                    start: string;
                    end: string;
                    amount?: components["schemas"]["Amount"];
                }[];
            };
            /** Licences. */
            position?: {
                metric: string;
                applicable: boolean;
                entitled?: number;
                /** Core factors make halves of licences. */
                consumed?: number;
                /** Entitled less consumed. */
                balance?: number;
                unitPricePerMonth?: components["schemas"]["Amount"];
                trueUp?: components["schemas"]["Amount"];
                seats?: {
                    to: components["schemas"]["RefLabel"];
                    from?: string;
                    until?: string;
                }[];
            };
            history: {
                sequence: number;
                at: string;
                actor?: string;
                action: string;
                /** Paths that changed. */
                changes?: string[];
            }[];
        };
        /** One figure per month, in the currencies as booked and converted. */
        CostSeries: {
            booked: {
                currency: string;
                months: string[];
                total: string;
            }[];
            /** Parts without a rate are left out here and named in coverage. */
            converted: {
                currency: string;
                months: string[];
                total: string;
            };
        };
        CostGroup: {
            /** Category, ref, supplier slug and so on; "unallocated", "none", "hidden", "other" (lines beyond the largest 1000) and "closed" are reserved. */
            key: string;
            title: string;
            /** Set when the key is a record or a catalog entity. */
            ref?: string;
            recordKind?: components["schemas"]["ItamKind"];
            recordType?: string;
            /** The node's share of the record in the last month. */
            sharePercent?: string;
            endsOn?: string;
            endsKind?: "warranty" | "term" | "end-of-life" | "notice";
            categories?: components["schemas"]["CostCategory"][];
            series: components["schemas"]["CostSeries"];
        };
        CostAnswer: {
            of: {
                ref: string;
                kind: string;
                title: string;
            };
            basis: components["schemas"]["CostBasis"];
            from: components["schemas"]["Month"];
            to: components["schemas"]["Month"];
            currentMonth: components["schemas"]["Month"];
            months: components["schemas"]["Month"][];
            by: components["schemas"]["CostDimension"];
            reportingCurrency: string;
            total: components["schemas"]["CostSeries"];
            /** Owned basis: part of the total that no service uses. Used basis of all: the rest no service takes. */
            unallocated: components["schemas"]["CostSeries"];
            groups: components["schemas"]["CostGroup"][];
            coverage: {
                /** Records behind the figure. */
                records: number;
                priced: number;
                /** The first hundred that the caller may read; the counts tell the rest. */
                withoutPrice: components["schemas"]["RefLabel"][];
                /** Records without price that the caller may not read. */
                hiddenWithoutPrice?: number;
                /** Priced records that have no line because the charges of their contract are their cost. */
                countedInContract?: number;
                ratesMissing: {
                    currency: string;
                    months: string[];
                }[];
                unresolvedRefs: string[];
                /** What is not in the figure by rule, as message keys. */
                notes: ("organisation-as-of-now" | "depends-on-not-included" | "planning-not-included" | "parents-not-pushed-down")[];
            };
            /** Rates used, per month and currency. */
            rates: {
                month: string;
                currency: string;
                /** Units of the currency for one euro. */
                unitsPerEuro: string;
                date: string;
                quality: "final" | "provisional" | "forecast";
            }[];
            /** Time of the answer. */
            asOf: string;
        };
        Health: {
            checkedAt: string;
            projection: {
                syncedAt?: string;
                nodes: number;
                stale: boolean;
                lastError?: string;
            };
            readModel: {
                records: number;
                segments: number;
                windowFrom?: string;
                windowTo?: string;
            };
            declarations: {
                active: number;
                reconciledAt?: string;
                /** Why reconciliation retired nothing. */
                guardAlarm?: string;
                unconfirmed: {
                    ref: string;
                    since: string;
                }[];
                rejected: components["schemas"]["RejectedDeclaration"][];
                conflicts: {
                    ref: string;
                    holder: string;
                    claimant: string;
                    at: string;
                }[];
            };
        };
        RejectedDeclaration: {
            ref: string;
            location?: string;
            at: string;
            /** Every problem, one per line. */
            message: string;
            source?: "catalog" | "register";
        };
        Declaration: {
            ref: string;
            /** The whole entity as validated, financials included. */
            entity: {
                [key: string]: unknown;
            };
            location?: string;
        };
        DeclarationIncident: {
            kind: "error" | "conflict";
            ref: string;
            location?: string;
            messages?: string[];
            holder?: string;
            claimant?: string;
        };
        ErrorBody: {
            error: {
                name: string;
                message: string;
            };
            request?: Record<string, never>;
            response?: Record<string, never>;
        };
    };
    responses: {
        /** An error in Backstage's form. */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
};
export type $defs = Record<string, never>;
/** The HTTP API by operation id. @public */
export interface operations {
    /** List records the caller may read, filtered, sorted and paged. */
    listRecords: {
        parameters: {
            query?: {
                kind?: components["schemas"]["ItamKind"];
                class?: components["schemas"]["AssetClass"];
                stage?: components["schemas"]["LifecycleStage"];
                /** Group or User ref; groups include their sub-groups. */
                owner?: components["schemas"]["EntityRef"];
                /** Who the record is assigned to or, of a licence, who has a seat in force today. */
                assignee?: components["schemas"]["EntityRef"];
                /** Service the record is used by; systems and domains include their parts. */
                service?: components["schemas"]["EntityRef"];
                vendor?: string;
                /** Only records whose endsOn is this day or later. */
                endsFrom?: components["schemas"]["Day"];
                /** Only records whose endsOn is this day or earlier. */
                endsTo?: components["schemas"]["Day"];
                /** Part of name, title, tag, serial number, model or product. */
                q?: string;
                /** Lists records that went away instead of live ones. */
                retired?: boolean;
                sort?: "title" | "ref" | "kind" | "stage" | "owner" | "vendor" | "endsOn" | "updatedAt";
                order?: "asc" | "desc";
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of records; also as text/csv. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** One record with everything the caller may see of it. */
    getRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The record; its version is also the ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Cost of one node by month, with its breakdown and coverage. */
    getCosts: {
        parameters: {
            query: {
                /** An entity ref (component, system, resource, api, domain, group, user, asset, license, contract), supplier:SLUG, class:CLASS, cost-center:CODE, or all. */
                of: components["schemas"]["NodeRef"];
                /** First month; default is eleven months before the current one. */
                from?: components["schemas"]["Month"];
                /** Last month, inclusive; default is the current one. At most 120 months. */
                to?: components["schemas"]["Month"];
                by?: components["schemas"]["CostDimension"];
                /** Default: owned for groups and users, used for the rest. */
                basis?: components["schemas"]["CostBasis"];
                /** Reporting currency; default from configuration. */
                currency?: string;
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The answer; also as text/csv. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostAnswer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Cost of many nodes at once, one answer or error per node. */
    queryCosts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    of: components["schemas"]["NodeRef"][];
                    from?: components["schemas"]["Month"];
                    to?: components["schemas"]["Month"];
                    by?: components["schemas"]["CostDimension"];
                    basis?: components["schemas"]["CostBasis"];
                    currency?: string;
                };
            };
        };
        responses: {
            /** In the order asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            of: string;
                            costs?: components["schemas"]["CostAnswer"];
                            error?: "not-allowed" | "not-found";
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Rejected, unconfirmed and conflicting declarations, and the age of the data. */
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Health of the register. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Stage what a catalog file declares; service principals only. Changes no record. */
    stageDeclaration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Declaration"];
            };
        };
        responses: {
            /** The revision to be written on the catalog entity. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revision: string;
                        epoch: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Epoch of the register and the declarations it wants again; service principals only. */
    getDeclarationState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** State. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        epoch: string;
                        wanted: string[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Report errors and conflicts the catalog met; service principals only. */
    reportDeclarationIncidents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    incidents: components["schemas"]["DeclarationIncident"][];
                };
            };
        };
        responses: {
            /** Taken. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
}
