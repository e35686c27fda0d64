// Where Lotse runs. Container Apps: the image is the same as anywhere else, it scales by requests, and the health checks
// are the ones the program offers.
param name string
param location string
param image string
param registryServer string
param identityId string
param identityClientId string
param cosmosEndpoint string
param cosmosDatabase string
param steeringConversation string
param publicationUrl string
param settings object
param workspaceName string
param insightsName string
param collectorImage string
param vaultUri string
param withJobsToken bool
param withOpenAiKey bool
param azureOpenAiEndpoint string
param azureOpenAiDeployment string
param minReplicas int
param maxReplicas int
param tags object

var port = 3978

// Secrets are read from the vault by the identity; they stand neither here nor in the deployment's history.
var vaultSecrets = concat(
  withJobsToken ? [{ name: 'jobs-token', keyVaultUrl: '${vaultUri}secrets/jobs-token', identity: identityId }] : [],
  withOpenAiKey ? [{ name: 'openai-key', keyVaultUrl: '${vaultUri}secrets/openai-key', identity: identityId }] : []
)
var secretSettings = concat(
  withJobsToken ? [{ name: 'JOBS_TOKEN', secretRef: 'jobs-token' }] : [],
  withOpenAiKey ? [{ name: 'OPENAI_API_KEY', secretRef: 'openai-key' }] : []
)
// Everything else that .env.example explains: the schedule, LOG_LEVEL, OPENAI_MODEL and so on.
var moreSettings = [for item in items(settings): { name: item.key, value: string(item.value) }]

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: 'cae-${name}'
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: workspace.properties.customerId
        sharedKey: workspace.listKeys().primarySharedKey
      }
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: 'ca-${name}'
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    managedEnvironmentId: environment.id
    configuration: {
      activeRevisionsMode: 'Single'
      secrets: concat(
        [{ name: 'insights', value: insights.properties.ConnectionString }],
        vaultSecrets
      )
      ingress: {
        external: true
        targetPort: port
        transport: 'http'
        allowInsecure: false
      }
      registries: empty(registryServer)
        ? []
        : [
            {
              server: registryServer
              identity: identityId
            }
          ]
    }
    template: {
      containers: [
        {
          name: 'lotse'
          image: image
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: concat([
            {
              name: 'NODE_ENV'
              value: 'production'
            }
            {
              name: 'PORT'
              value: string(port)
            }
            {
              name: 'HOST'
              value: '0.0.0.0'
            }
            {
              name: 'BOT_ID'
              value: identityClientId
            }
            {
              name: 'BOT_TYPE'
              value: 'UserAssignedMSI'
            }
            {
              name: 'BOT_TENANT_ID'
              value: tenant().tenantId
            }
            {
              name: 'COSMOS_ENDPOINT'
              value: cosmosEndpoint
            }
            {
              name: 'COSMOS_DATABASE'
              value: cosmosDatabase
            }
            {
              name: 'STEERING_CONVERSATION'
              value: steeringConversation
            }
            {
              // Tells the Azure SDK which of the identities is meant.
              name: 'AZURE_CLIENT_ID'
              value: identityClientId
            }
            {
              name: 'PUBLICATION_URL'
              value: publicationUrl
            }
            {
              name: 'AZURE_OPENAI_ENDPOINT'
              value: azureOpenAiEndpoint
            }
            {
              name: 'AZURE_OPENAI_DEPLOYMENT'
              value: azureOpenAiDeployment
            }
            {
              // The collector below. It is the same for every replica and keeps nothing.
              name: 'OTEL_EXPORTER_OTLP_ENDPOINT'
              value: 'http://127.0.0.1:4318'
            }
          ], secretSettings, moreSettings)
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/healthz'
                port: port
              }
              periodSeconds: 2
              failureThreshold: 30
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: port
              }
              periodSeconds: 30
            }
            {
              // Not /readyz, which is 503 before the first import and while the database is away: the first deployment would
              // never end, and Lotse answers from memory meanwhile.
              type: 'Readiness'
              httpGet: {
                path: '/healthz'
                port: port
              }
              periodSeconds: 10
            }
          ]
        }
        {
          name: 'collector'
          image: collectorImage
          args: ['--config=env:COLLECTOR_CONFIG']
          resources: {
            cpu: json('0.25')
            memory: '0.5Gi'
          }
          env: [
            {
              name: 'COLLECTOR_CONFIG'
              value: loadTextContent('collector.yaml')
            }
            {
              name: 'APPLICATIONINSIGHTS_CONNECTION_STRING'
              secretRef: 'insights'
            }
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [
          {
            name: 'requests'
            http: {
              metadata: {
                concurrentRequests: '50'
              }
            }
          }
        ]
      }
    }
  }
}

output name string = app.name
output domain string = app.properties.configuration.ingress.fqdn
output id string = app.id
